import { listAddenda } from '#db/queries/addenda.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import { isMaterial, workingDaysKept } from '#domain/scenarios/addendum.ts'
import { visibleContent } from '#domain/scenarios/confidential.ts'
import { canAmendScenario } from '#domain/scenarios/policy.ts'
import type { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import type { ContentChange } from '#domain/shared/content-diff.ts'
import { diffContent } from '#domain/shared/content-diff.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { all, when } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { permit } from '../refusal.ts'
import {
  type AddendumFilesSheet,
  type FileChangeView,
  fileChangesOf,
  filesForAddendum,
} from './addendum-files.ts'
import { factsOf, loadScenario } from './load.ts'

export interface AddendumView {
  number: number
  summary: string
  reason: string
  at: Date
  material: boolean
  deadline: { before: Date; after: Date }
  changes: (ContentChange & { material: boolean })[]
  /** Attachments that came, went or took the place of another; all of it is material. */
  files: FileChangeView[]
  /** Changes of parts that this reader is not shown. */
  kept: number
}

export interface AddendaPage {
  scenario: { id: ScenarioId; number: string | null; title: string; bidDeadline: Date | null }
  /** The last one first. */
  addenda: AddendumView[]
  can: { amend: Verdict }
}

/** 补充公告 of a scenario, for whoever may read the scenario: what each of them changed, side by side. */
export async function showAddenda(ctx: Context, id: unknown): Promise<AddendaPage> {
  const { scenario } = await loadScenario(ctx, id)
  const rows = scenario.addenda > 0 ? await listAddenda(ctx.db, scenario.id) : []
  const { id: scenarioId, number, title, bidDeadline } = scenario
  const facts = factsOf(scenario)
  const seen = (content: ScenarioDraft) => ({ ...visibleContent(ctx.actor, facts, content).content })
  const files = await fileChangesOf(ctx, scenario, rows)
  const changesFor = ({ before, after }: (typeof rows)[number]) => {
    const changes = diffContent(seen(before), seen(after))
    return {
      changes: changes.map(each => ({ ...each, material: isMaterial(each) })),
      kept: diffContent({ ...before }, { ...after }).length - changes.length,
    }
  }
  return {
    scenario: { id: scenarioId, number, title, bidDeadline },
    addenda: rows.toReversed().map(row => ({
      ...{ number: row.number, summary: row.summary, reason: row.reason, at: row.at, material: row.material },
      deadline: { before: row.deadlineBefore, after: row.deadlineAfter },
      ...changesFor(row),
      files: files[rows.indexOf(row)] ?? [],
    })),
    can: { amend: canAmendScenario(ctx.actor, facts) },
  }
}

export interface AddendumSheet {
  id: ScenarioId
  rev: number
  number: string | null
  title: string
  content: Omit<ScenarioDraft, 'bidDeadline'>
  bidDeadline: Date | null
  /** Working days that bidders keep after a material change. */
  keeps: number
  formKey: string
  can: Verdict
  files: AddendumFilesSheet
}

/** The sheet of a new addendum: the scenario as it is now. */
export async function addendumSheet(ctx: Context, id: unknown): Promise<AddendumSheet> {
  const { scenario } = await loadScenario(ctx, id)
  permit(isSignedIn(ctx.actor))
  const { id: scenarioId, rev, number, title, bidDeadline } = scenario
  const { bidDeadline: _, ...content } = scenario.content
  const isAhead = bidDeadline !== null && bidDeadline > ctx.now
  return {
    ...{ id: scenarioId, rev, number, title, content, bidDeadline, formKey: newFormKey() },
    keeps: workingDaysKept(ctx.now),
    can: all(canAmendScenario(ctx.actor, factsOf(scenario)), when(isAhead, 'bid.deadlinePassed')),
    files: await filesForAddendum(ctx, scenario),
  }
}
