import type { Actor } from '../shared/actor.ts'
import { holds, isMember, oversees } from '../shared/actor.ts'
import { type ConfidentialPart, confidentialPartIds } from './confidential-parts.ts'
import type { ScenarioFacts } from './policy.ts'
import type { ScenarioDraft } from './scenario.ts'

const process = ['processPeople', 'processShifts', 'processHours', 'processVolume', 'processUnit'] as const
const budget = ['budgetFen', 'budgetFromFen', 'budgetEvidence', 'budgetNote'] as const

/** The fields that a part covers; notes lie inside the requirements. */
const fieldsOf: Record<ConfidentialPart, readonly (keyof ScenarioDraft)[]> = {
  situation: ['situation'],
  pain: ['pain'],
  process,
  site: ['site'],
  requirementNotes: [],
  budget,
  exclusions: ['exclusions'],
}

type Content = Partial<ScenarioDraft>

/** The demand side, the bureau and its district, and members of a verified firm that may bid. */
export function seesConfidential(actor: Actor, scenario: ScenarioFacts): boolean {
  if (isMember(actor, scenario.organizationId)) return true
  if (holds(actor, 'handler', 'approver', 'auditor', 'opener') || oversees(actor, scenario.district))
    return true
  return (
    actor.kind === 'person' &&
    actor.memberships.some(each => each.status === 'verified' && each.capabilities.includes('bid'))
  )
}

/** The content as this reader may see it, and which parts of it were kept back. */
export function visibleContent<C extends Content>(
  actor: Actor,
  scenario: ScenarioFacts,
  content: C,
): { content: C; hidden: ConfidentialPart[] } {
  return seesConfidential(actor, scenario) ? { content, hidden: [] } : withoutConfidential(content)
}

/** Whether its author keeps this part from those whom nobody has verified. */
export function keepsBack(content: Content, part: ConfidentialPart): boolean {
  return content.confidential?.includes(part) ?? false
}

/** What anybody may read: lists, search, matches and feeds go by this alone, whoever asks. */
export function publicContent<C extends Content>(content: C): C {
  return withoutConfidential(content).content
}

function withoutConfidential<C extends Content>(content: C): { content: C; hidden: ConfidentialPart[] } {
  const hidden = confidentialPartIds.filter(part => keepsBack(content, part) && isSaid(content, part))
  if (hidden.length === 0) return { content, hidden }
  const dropped = new Set<string>(hidden.flatMap(part => fieldsOf[part]))
  const left = Object.fromEntries(Object.entries(content).filter(([name]) => !dropped.has(name)))
  const open = { ...content, ...left }
  for (const name of dropped) Reflect.deleteProperty(open, name)
  if (hidden.includes('requirementNotes') && open.requirements)
    open.requirements = open.requirements.map(({ note: _, ...need }) => need)
  return { content: open, hidden }
}

function isSaid(content: Content, part: ConfidentialPart): boolean {
  if (part === 'requirementNotes') return (content.requirements ?? []).some(({ note }) => note !== undefined)
  return fieldsOf[part].some(name => content[name] !== undefined)
}
