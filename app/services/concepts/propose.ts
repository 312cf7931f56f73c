import { z } from 'zod'
import { officersWith } from '#db/queries/accounts.ts'
import { findProposal, insertProposal } from '#db/queries/concepts.ts'
import type { Changed, ConceptChange } from '#domain/concepts/change.ts'
import { changed, changeKinds } from '#domain/concepts/change.ts'
import { kindOf, nameKinds } from '#domain/concepts/concept.ts'
import { ConceptName, ConceptNote, namesIn } from '#domain/concepts/name.ts'
import { canProposeConcept } from '#domain/concepts/policy.ts'
import { choice, optional, text } from '#domain/shared/fields.ts'
import { formKey } from '#domain/shared/id-schemas.ts'
import type { ConceptProposalId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import { newestConcepts } from '#search/concepts.ts'
import type { Context } from '../context.ts'
import { accountIdOf, actorName, record } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'

/** One form for all four changes; which fields count is said by `kind`. Its key becomes the proposal's id. */
export const ProposeConcept = z.object({
  formKey,
  kind: choice(changeKinds),
  conceptId: optional(text({ max: 60 })),
  name: optional(ConceptName),
  nameKind: optional(choice(nameKinds)),
  zh: optional(ConceptName),
  en: optional(ConceptName),
  /** Other names of a new concept, one a line. */
  names: optional(text({ max: 1000 })),
  note: ConceptNote,
  /** Why, and where the name was met. */
  source: text({ min: 4, max: 500 }),
})
export type ProposeConcept = z.input<typeof ProposeConcept>

/** 提出概念修改: judged against the newest version at once, so that nobody reviews what could not be published. */
export async function proposeConcept(
  ctx: Context,
  input: ProposeConcept,
): Promise<{ id: ConceptProposalId }> {
  const form = ProposeConcept.parse(input)
  permit(canProposeConcept(ctx.actor))
  const proposedBy = found(accountIdOf(ctx.actor), 'officer.only')
  const change = changeOf(form)
  const id = brand<ConceptProposalId>(form.formKey)
  return inTransaction(ctx, async tx => {
    const { table } = await newestConcepts(tx)
    const first = await findProposal(tx, id)
    if (first?.proposal.proposedBy === proposedBy) return { id }
    if (first) throw new Refusal('notFound', 'concept.unknown')
    const { before, after } = demandChange(changed(table, change))
    const title = after.zh
    const row = {
      ...{ id, change, title, source: form.source, proposedBy },
      createdAt: ctx.now,
      updatedAt: ctx.now,
    }
    // Sent twice at once: the other one has made it.
    if (!(await insertProposal(tx, row))) return { id }
    const to = 'proposed'
    await record(tx, ctx, {
      noun: 'concept',
      id,
      deed: 'propose',
      from: null,
      to,
      before,
      after: { change, source: form.source },
    })
    const others = await officersWith(tx, ['handler', 'approver'])
    await tell(
      tx,
      others.filter(each => each !== proposedBy),
      {
        event: 'concept.proposed',
        noun: 'concept',
        id,
        params: { title, officer: actorName(ctx.actor) },
        key: `concept.proposed:${id}`,
      },
    )
    return { id }
  })
}

type Form = z.output<typeof ProposeConcept>

function changeOf(form: Form): ConceptChange {
  const { kind, note = null, en = null } = form
  if (kind === 'add') {
    const zh = given(form, 'zh')
    const names = namesIn(form.names ?? '').map(name => ({ name, kind: kindOf(name) }))
    return { kind, concept: { id: zh, zh, en, names, note } }
  }
  const id = given(form, 'conceptId')
  switch (kind) {
    case 'addName': {
      const name = given(form, 'name')
      return { kind, id, name, nameKind: form.nameKind ?? kindOf(name) }
    }
    case 'removeName':
      return { kind, id, name: given(form, 'name') }
    case 'rename':
      return { kind, id, zh: given(form, 'zh'), en, note }
  }
}

function given(form: Form, path: 'zh' | 'conceptId' | 'name'): string {
  const value = form[path]
  if (value === undefined) throw new Refusal('invalid', 'concept.incomplete', { path })
  return value
}

export function demandChange(result: Changed): Extract<Changed, { ok: true }> {
  if (result.ok) return result
  throw new Refusal('invalid', result.reason, { detail: result.detail, path: result.path })
}
