import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { officersWith } from '#db/queries/accounts.ts'
import { ownersOf } from '#db/queries/members.ts'
import type { OrganizationRow } from '#db/queries/organizations.ts'
import { setOrganization } from '#db/queries/organizations.ts'
import type { CapabilityRequestRow } from '#db/queries/verification.ts'
import {
  findRequest,
  insertRequests,
  listDocuments,
  listRequests,
  moveRequest,
} from '#db/queries/verification.ts'
import { hasValidRegistration } from '#domain/organizations/documents.ts'
import { organizationLifecycle } from '#domain/organizations/lifecycle.ts'
import type { VerificationDeed } from '#domain/organizations/standing.ts'
import {
  askable,
  canAsk,
  missingForVerification,
  verificationDeeds,
  verificationVerdicts,
} from '#domain/organizations/standing.ts'
import { dayOf } from '#domain/shared/dates.ts'
import { choice, listOf, text } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import { capabilityIds } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { accountIdOf } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { indexFirms } from '../search/sync.ts'
import { tell } from '../tell.ts'
import { alreadyDone, conflict, permitFresh, transition } from '../transition.ts'
import { amend } from './amend.ts'
import { organizationContent } from './content.ts'
import { loadOrganization } from './load.ts'

export const AskCapabilities = z.object({
  id: id.organization,
  capabilities: listOf(choice(capabilityIds), { min: 1, max: capabilityIds.length }),
  formKey,
})
export type AskCapabilities = z.infer<typeof AskCapabilities>

/** 申请核验: the owner asks for what the organisation wants to do; each is decided by itself. */
export async function askCapabilities(ctx: Context, input: AskCapabilities): Promise<void> {
  const { id: organizationId, capabilities: wanted, formKey: key } = AskCapabilities.parse(input)
  const organization = await loadOrganization(ctx, organizationId)
  if (await alreadyDone(ctx.db, organizationId, key)) return
  const [documents, requests] = await Promise.all([
    listDocuments(ctx.db, organizationId),
    listRequests(ctx.db, organizationId),
  ])
  const valid = hasValidRegistration(documents, dayOf(ctx.now))
  permit(canAsk(ctx.actor, organization, missingForVerification(organization, valid)))
  const open = askable(
    organization,
    requests.map(each => each.request),
  )
  if (!wanted.every(each => open.includes(each)))
    throw new Refusal('invalid', 'organization.askedAlready', { path: 'capabilities' })
  const asked = {
    organizationId,
    askedBy: accountIdOf(ctx.actor),
    askedAt: ctx.now,
    status: 'asked' as const,
  }
  const after = { ...(await organizationContent(ctx.db, organization, ctx.now)), asked: wanted }
  const entry = { id: organizationId, deed: 'ask', formKey: key, after }
  await amend(ctx, entry, async tx => {
    const rows = [...new Set(wanted)].map(capability => ({ ...asked, capability }))
    const inserted = await insertRequests(tx, rows)
    if (inserted.length < rows.length) throw new Refusal('conflict', 'organization.askedAlready')
    await tell(tx, await officersWith(tx, ['handler']), {
      event: 'organization.asked',
      noun: 'organization',
      id: organizationId,
      params: { organization: organization.name },
      key: `organization.asked:${key}`,
    })
  })
}

export const DecideCapability = z.object({
  id: id.organization,
  requestId: z.coerce.number().int().min(1),
  deed: choice(verificationDeeds),
  reason: text({ min: 4, max: 1000 }),
  rev,
  formKey,
})
export type DecideCapability = z.infer<typeof DecideCapability>

/**
 * 核验决定 on one capability: granted or refused by the handler; where public money follows, endorsed by the handler and
 * granted by another officer. The organisation's file must be as the officer's page showed it.
 */
export async function decideCapability(ctx: Context, input: DecideCapability): Promise<void> {
  const { requestId, deed, reason, ...shown } = DecideCapability.parse(input)
  const organization = await loadOrganization(ctx, shown.id)
  if (await alreadyDone(ctx.db, shown.id, shown.formKey)) return
  const request = found(await findRequest(ctx.db, shown.id, requestId), 'organization.unknown')
  const verdict = verificationVerdicts(ctx.actor, organization, request)[deed]
  await permitFresh(ctx.db, 'organization', { ...organization, shown: shown.rev }, verdict)
  const status = deed === 'grant' ? ('verified' as const) : organization.status
  const { capability } = request
  const after = { ...(await organizationContent(ctx.db, organization, ctx.now)), decided: capability }
  const entry = { id: shown.id, formKey: shown.formKey, deed: `${deed}.${capability}`, after }
  await amend(ctx, { ...entry, reason, status }, async (tx, locked) => {
    if (locked.rev !== shown.rev) throw await conflict(tx, 'organization', shown.id)
    const row = { ...rowAfter(ctx, deed), reason }
    if (!(await moveRequest(tx, { id: requestId, from: request.status }, row)))
      throw await conflict(tx, 'organization', shown.id)
    await setCapabilities(tx, ctx, { organization: locked, request, deed }, after)
    await tellAbout(tx, { organization, request, deed, reason })
  })
}

function rowAfter(ctx: Context, deed: VerificationDeed) {
  const by = accountIdOf(ctx.actor)
  const decided = { decidedBy: by, decidedAt: ctx.now }
  switch (deed) {
    case 'endorse':
      return { status: 'endorsed' as const, endorsedBy: by }
    case 'grant':
      return { status: 'granted' as const, ...decided }
    case 'refuse':
      return { status: 'refused' as const, ...decided }
    case 'revoke':
      // Whoever endorsed may revoke; the file keeps who did what.
      return { status: 'revoked' as const, endorsedBy: null, ...decided }
  }
}

interface Decision {
  organization: OrganizationRow
  request: CapabilityRequestRow
  deed: VerificationDeed
}

/** `organization.capabilities` is what the policies read; it changes with the decision or not at all. */
async function setCapabilities(tx: Tx, ctx: Context, decision: Decision, after: unknown): Promise<void> {
  const { organization, request, deed } = decision
  const others = organization.capabilities.filter(each => each !== request.capability)
  const held = deed === 'grant' ? [...others, request.capability] : others
  if (deed === 'grant' && organization.status === 'registered') {
    const { id: organizationId, status } = organization
    const step = {
      lifecycle: organizationLifecycle,
      id: organizationId,
      from: status,
      deed: 'verify' as const,
      after,
    }
    await transition(tx, ctx, step)
  }
  const changes = deed === 'grant' || deed === 'revoke'
  await setOrganization(tx, organization.id, changes ? { capabilities: held } : {})
  await indexFirms(tx, ctx, [organization.id])
}

const events = {
  endorse: 'organization.endorsed',
  grant: 'organization.granted',
  refuse: 'organization.refused',
  revoke: 'organization.revoked',
} as const satisfies Record<VerificationDeed, string>

async function tellAbout(
  tx: Tx,
  { organization, request, deed, reason }: Decision & { reason: string },
): Promise<void> {
  const { id: organizationId, name } = organization
  const about = { event: events[deed], noun: 'organization', id: organizationId }
  const params = { organization: name, reason }
  const key = `${events[deed]}:${request.id}`
  if (deed === 'endorse') await tell(tx, await officersWith(tx, ['approver']), { ...about, params, key })
  else await tell(tx, await ownersOf(tx, organizationId), { ...about, params, key })
}
