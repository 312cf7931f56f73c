import { z } from 'zod'
import type { MatchProduct, MatchScenario } from './match.ts'
import type { Judgement } from './metrics.ts'

const id = z.preprocess(input => (typeof input === 'number' ? String(input) : input), z.string())
/** Some write yes and no as a truth. */
const independence = z.preprocess(
  input =>
    typeof input === 'boolean'
      ? input
        ? 'yes'
        : 'no'
      : typeof input === 'string'
        ? input.trim().toLowerCase()
        : null,
  z.string().nullish(),
)

/** Which product was used where, as public case collections write it; extra keys are ignored. */
export const Pairs = z
  .array(
    z.object({
      scenario_id: id,
      product_id: id.nullish(),
      /** `vendor` when only the firm is known: not countable. */
      match_level: z.string().nullish(),
      benchmark_ok: z.boolean().nullish(),
      /** Whether the product's text was written without the article about this very deployment: no, partly, yes. */
      product_text_independent: independence,
    }),
  )
  .meta({ title: 'Pairs' })
type Pair = z.infer<typeof Pairs>[number]

/** dup_group of the scenarios: near-identical calls that together count once. */
const Grouped = z.object({ id, dup_group: id.nullish() })

export const independenceClasses = ['no', 'partly', 'yes'] as const
export type IndependenceClass = (typeof independenceClasses)[number]

/** What rankings are tried on: real uses of products in scenarios. */
export interface Trial {
  scenarios: readonly MatchScenario[]
  products: readonly MatchProduct[]
  pairs: readonly Pair[]
  /** dup_group by scenario. */
  groups: ReadonlyMap<string, string>
}

/** The pairs in a list, or in the one that an object holds. */
export function pairsIn(json: unknown): z.ZodSafeParseResult<Pair[]> {
  const lists = typeof json === 'object' && json !== null ? Object.values(json).filter(Array.isArray) : []
  return Pairs.safeParse(Array.isArray(json) || lists.length !== 1 ? json : lists[0])
}

/** The groups that the scenarios' JSON names, in a list or under `scenarios`. */
export function groupsIn(json: unknown): Map<string, string> {
  const list = Array.isArray(json)
    ? json
    : z.object({ scenarios: z.array(z.unknown()) }).safeParse(json).data?.scenarios
  return new Map(
    (list ?? []).flatMap(each => {
      const { data } = Grouped.safeParse(each)
      return data?.dup_group ? [[data.id, data.dup_group] as const] : []
    }),
  )
}

/** One or, of a ranking by chance, several orders of all product ids. */
export type Ranker = (scenario: MatchScenario) => readonly (readonly string[])[]

/** Judges a ranker on what was used, all of it and by class; only scenarios with a known use are ranked. */
export function judgedBy(
  ranker: Ranker,
  { scenarios, products, pairs, groups }: Trial,
): Record<'all' | IndependenceClass, Judgement[]> {
  const ids = new Set(products.map(product => product.id))
  const countable = pairs.filter(
    pair =>
      pair.benchmark_ok !== false &&
      pair.match_level !== 'vendor' &&
      pair.product_id &&
      ids.has(pair.product_id),
  )
  const wanted = new Set(countable.map(pair => pair.scenario_id))
  const rankings = new Map(scenarios.filter(({ id }) => wanted.has(id)).map(each => [each.id, ranker(each)]))
  const judged = (some: readonly Pair[]) =>
    [...new Set(some.map(pair => pair.scenario_id))].flatMap(id => {
      const used = new Set(
        some.filter(pair => pair.scenario_id === id).flatMap(pair => pair.product_id ?? []),
      )
      return (rankings.get(id) ?? []).map(ranking => ({ group: groups.get(id) ?? id, ranking, used }))
    })
  const ofClass = (name: IndependenceClass) =>
    judged(countable.filter(pair => pair.product_text_independent === name))
  return { all: judged(countable), no: ofClass('no'), partly: ofClass('partly'), yes: ofClass('yes') }
}
