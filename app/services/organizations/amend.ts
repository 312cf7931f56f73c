import type { Tx } from '#db/client.ts'
import type { OrganizationRow } from '#db/queries/organizations.ts'
import { lockOrganization } from '#db/queries/organizations.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'
import type { OrganizationStatus } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { record } from '../record.ts'
import { found } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone } from '../transition.ts'

export interface Amendment {
  id: OrganizationId
  deed: string
  formKey: string
  reason?: string
  before?: unknown
  after?: unknown
  /** Its status afterwards, where the deed itself has moved it. */
  status?: OrganizationStatus
}

// public: how the verbs beside it write; each of them has judged before
/**
 * One entry in an organisation's file. Its row is locked, so that what is decided about its people and papers happens
 * one after the other: of two owners who leave at the same moment, the second finds nobody left.
 */
export function amend(
  ctx: Context,
  { status, ...entry }: Amendment,
  work: (tx: Tx, organization: OrganizationRow) => Promise<void>,
): Promise<void> {
  return inTransaction(ctx, async tx => {
    const locked = found(await lockOrganization(tx, entry.id), 'organization.unknown')
    if (await alreadyDone(tx, entry.id, entry.formKey)) return
    await work(tx, locked)
    const now = status ?? locked.status
    await record(tx, ctx, { noun: 'organization', ...entry, from: now, to: now })
  })
}
