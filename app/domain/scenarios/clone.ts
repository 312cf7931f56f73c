import { publicContent } from './confidential.ts'
import { Scenario, type ScenarioDraft } from './scenario.ts'

/** Where a draft was taken from. */
export interface ClonedFrom {
  kind: 'scenario' | 'entry'
  id: string
  /** CJ-… or CAT-…; the title says it too. */
  number: string | null
}

/**
 * What a sample never hands on: the district, what is true of the other site and its work alone, somebody else's budget,
 * readiness and dates, and what its author left open.
 */
export const notCopied = [
  'district',
  'site',
  'processPeople',
  'processShifts',
  'processHours',
  'processVolume',
  'processUnit',
  'unknowns',
  'unneeded',
  'budgetFen',
  'budgetFromFen',
  'budgetEvidence',
  'budgetNote',
  'readiness',
  'questionsUntil',
  'bidDeadline',
  'confidential',
  'siteId',
  'siteVersion',
  'sitePhotos',
] as const satisfies readonly (keyof ScenarioDraft)[]

/** The most code points a title has. */
const titleMax = 80

/**
 * A draft of one's own from somebody else's scenario. The baseline of every metric is left out, because it was measured
 * at the other site; names in the text become `self`; what is marked confidential stays where it is.
 */
export function sampleOf(
  content: ScenarioDraft,
  { mark, names, self }: { mark: string; names: readonly string[]; self: string },
): ScenarioDraft {
  const left = new Set<string>(notCopied)
  const kept = Object.fromEntries(
    Object.entries(publicContent(content)).filter(([field]) => !left.has(field)),
  )
  const unnamed = JSON.parse(withoutNames(JSON.stringify(kept), names, self)) as Partial<ScenarioDraft>
  const title = [...(unnamed.title ?? '')].slice(0, titleMax - [...mark].length).join('')
  return {
    ...unnamed,
    title: `${title}${mark}`,
    tasks: unnamed.tasks ?? [],
    requirements: unnamed.requirements ?? [],
    metrics: (unnamed.metrics ?? []).map(({ baseline: _, ...metric }) => metric),
  }
}

/** The longest name first, so that a hospital's branch does not leave the branch behind. */
function withoutNames(json: string, names: readonly string[], self: string): string {
  const text = (word: string) => JSON.stringify(word).slice(1, -1)
  return [...names]
    .filter(name => name.length > 1)
    .sort((a, b) => b.length - a.length)
    .reduce((all, name) => all.replaceAll(text(name), text(self)), json)
}

const cells = {
  requirements: ['criterion', 'value'],
  metrics: ['name', 'method', 'unit', 'direction', 'target', 'baseline'],
} as const

/**
 * How much of a draft is filled, 0 to 1: of what the form demands for a submission. Each demanded field counts one; of
 * requirements and metrics each cell of a row does, the baseline among them, as they are what takes the time. An empty
 * list counts as the rows that the form asks for at least.
 */
export function filledShare(draft: ScenarioDraft): number {
  const { requirements, metrics, ...rest } = draft
  const single = Object.entries(Scenario.shape).filter(
    ([name, field]) => !(name in cells) && !field.safeParse(undefined).success,
  )
  const said = single.filter(([name]) => isSaid((rest as Record<string, unknown>)[name])).length
  const rows = [
    { names: cells.requirements, rows: requirements, least: 1 },
    { names: cells.metrics, rows: metrics, least: 3 },
  ].map(({ names, rows, least }) => ({
    all: names.length * Math.max(least, rows.length),
    filled: rows
      .map(row => names.filter(name => isSaid((row as Record<string, unknown>)[name])).length)
      .reduce((sum, n) => sum + n, 0),
  }))
  const all = rows.reduce((sum, row) => sum + row.all, single.length)
  return rows.reduce((sum, row) => sum + row.filled, said) / all
}

const isSaid = (value: unknown) =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== ''
