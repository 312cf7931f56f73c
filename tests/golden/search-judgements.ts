import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { indexNames } from '#search/engine.ts'

/** One thing somebody types, and what a careful reader of the data would want to see. Keys are those of the seeds. */
const Judged = z.strictObject({
  q: z.string().min(1),
  index: z.enum(['scenarios', 'products', 'catalog', 'solutions', 'firms']),
  /** What makes it hard. */
  class: z.string(),
  by: z.enum(['manager', 'sales', 'officer']),
  /** Exactly what is meant (grade 2): these count for recall. `any`: whatever the index holds. Empty: nothing is right. */
  want: z.union([z.literal('any'), z.array(z.string())]),
  /** Fine as well (grade 1): they help nDCG and are never held against a query. */
  also: z.array(z.string()).default([]),
  /** Must not be shown at all: excluded by the query, or known not to reach a figure it asks for. */
  never: z.array(z.string()).default([]),
  why: z.string().optional(),
})
export type Judged = z.output<typeof Judged>

/** The judged queries of a file, for the indexes that the engine has. */
export function judgedQueries(file: string): Judged[] {
  const all = z.array(Judged).parse(JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')))
  return all.filter(({ index }) => (indexNames as readonly string[]).includes(index))
}

export interface Answer {
  judged: Judged
  /** Judged keys in the order they were shown; an unjudged object by its id. */
  shown: readonly string[]
}

const depth = 10

/** Share of what is meant among the first ten; where more than ten are meant, ten found are all. */
export function recall({ judged: { want }, shown }: Answer): number {
  const first = shown.slice(0, depth)
  if (want === 'any') return first.length > 0 ? 1 : 0
  return want.length === 0
    ? Number(first.length === 0)
    : first.filter(key => want.includes(key)).length / Math.min(depth, want.length)
}

/** nDCG@10 with the two grades. */
export function gain({ judged: { want, also }, shown }: Answer): number {
  if (want === 'any' || want.length === 0) return recall({ judged: { want } as Judged, shown })
  const worth = (key: string) => (want.includes(key) ? 3 : also.includes(key) ? 1 : 0)
  const sum = (gains: readonly number[]) =>
    gains.slice(0, depth).reduce((all, one, nth) => all + one / Math.log2(nth + 2), 0)
  return sum(shown.map(worth)) / sum([...want.map(() => 3), ...also.map(() => 1)])
}

/** What was shown although it must not be. */
export function trespasses({ judged: { never }, shown }: Answer): string[] {
  return shown.filter(key => never.includes(key))
}

export function mean(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0) / Math.max(1, values.length)
}

/** Queries that have something to find; whether nothing is answered with nothing is counted apart. */
export const meant = (answers: readonly Answer[]) => answers.filter(({ judged }) => judged.want.length > 0)
export const empty = (answers: readonly Answer[]) => answers.filter(({ judged }) => judged.want.length === 0)

export function byClass(answers: readonly Answer[]): Map<string, Answer[]> {
  const classes = new Map<string, Answer[]>()
  for (const answer of answers) {
    const same = classes.get(answer.judged.class)
    if (same) same.push(answer)
    else classes.set(answer.judged.class, [answer])
  }
  return classes
}

/** Classes with their numbers, then each query that lost something: what is read when a floor breaks. */
export function table(answers: readonly Answer[]): string {
  const number = (value: number) => value.toFixed(3)
  const classes = [...byClass(answers)].map(
    ([name, own]) =>
      `${name.padEnd(16)} ${`${own.length}`.padStart(3)}  ${number(mean(own.map(recall)))}  ${number(mean(own.map(gain)))}`,
  )
  const lost = answers
    .filter(answer => recall(answer) < 1 || trespasses(answer).length > 0)
    .map(answer => {
      const { q, index, want } = answer.judged
      const missed = want === 'any' ? [] : want.filter(key => !answer.shown.slice(0, depth).includes(key))
      const wrong = trespasses(answer).map(key => `!${key}`)
      return `${number(recall(answer))} ${index} ${q}: misses ${missed.join(' ') || '-'}; shows ${[...wrong, ...answer.shown.slice(0, depth)].join(' ') || '-'}`
    })
  const all = meant(answers)
  return [
    `class            n    recall nDCG`,
    ...classes,
    `all meant        ${all.length}  ${number(mean(all.map(recall)))}  ${number(mean(all.map(gain)))}`,
    ...lost,
  ].join('\n')
}
