import type { Bounds, SearchFacet } from '../searching/address.ts'
import { facetsOf } from '../searching/address.ts'
import type { Locale } from '../shared/localized.ts'
import type { KeptAddress } from './kept.ts'
import { boundsText, facetText, figureName, figureText, nearText, quoted } from './words.ts'

export type Figure = number | { min: number; max: number }

/** What the index keeps of an object, as far as a search can ask about it; an unknown figure is absent. */
export interface Findable {
  title: string
  org: string
  keywords: readonly string[]
  summary: string
  body: string
  attachments?: readonly { name: string; pages: readonly string[] }[]
  facets: Readonly<Record<string, readonly string[] | undefined>>
  specs: Readonly<Record<string, Figure>>
  place?: unknown
}

/** Why an object fits a search: one reason for each condition that the search has. */
export type FitReason =
  | { kind: 'words'; found: readonly string[]; q: string }
  | { kind: 'facet'; facet: SearchFacet; values: readonly string[] }
  /** `has` is null where the object does not disclose the figure and is kept all the same. */
  | { kind: 'figure'; figure: string; bounds: Bounds; has: Figure | null }
  | { kind: 'near'; district: NonNullable<KeptAddress['near']>['district']; km: number; known: boolean }
  | { kind: 'everything' }

interface Evidence {
  /** Words of the object that the search found, as they are written there. */
  found: readonly string[]
  /** Conditions on figures that were read out of the search's words. */
  understood: readonly { criterion: string; bounds: Bounds }[]
}

/**
 * Why this object fits this search. That it fits is the engine's judgement; this only says what about the object
 * answers each condition, and what it leaves open.
 */
export function fitReasons(
  address: KeptAddress,
  has: Findable,
  { found, understood }: Evidence,
): FitReason[] {
  const { index, q, facets, ranges, near } = address
  const own: readonly SearchFacet[] = facetsOf[index]
  const bounds = [
    ...Object.entries(ranges),
    ...understood.map(({ criterion, bounds: asked }) => [criterion, asked] as const),
  ]
  const onlyQuantities = understood.length > 0 && found.length === 0
  const reasons: FitReason[] = [
    ...(q === '' || onlyQuantities ? [] : [{ kind: 'words' as const, found, q }]),
    ...own.flatMap((facet): FitReason[] => {
      const values = facets[facet]?.filter(value => has.facets[facet]?.includes(value)) ?? []
      return values.length > 0 ? [{ kind: 'facet', facet, values }] : []
    }),
    ...bounds.map(
      ([figure, asked]): FitReason => ({
        kind: 'figure',
        figure,
        bounds: asked,
        has: has.specs[figure] ?? null,
      }),
    ),
    ...(near ? [{ kind: 'near' as const, ...near, known: has.place !== undefined }] : []),
  ]
  return reasons.length > 0 ? reasons : [{ kind: 'everything' }]
}

const mostWords = 5

/** One reason as it is read: 载重 60 kg，要求 ≥ 50 kg. */
function reasonInWords(reason: FitReason, locale: Locale): string {
  const zh = locale === 'zh'
  switch (reason.kind) {
    case 'words': {
      const found = reason.found.slice(0, mostWords).map(word => quoted(word, locale))
      if (found.length === 0)
        return zh ? `与${quoted(reason.q, locale)}相符` : `answers ${quoted(reason.q, locale)}`
      return zh ? `写有${found.join('、')}` : `says ${found.join(', ')}`
    }
    case 'facet':
      return facetText(reason.facet, reason.values, locale)
    case 'figure':
      return figureInWords(reason, locale)
    case 'near': {
      const where = nearText(reason, locale)
      if (reason.known) return where
      return zh ? `没有写明地点，未排除（${where}）` : `place not given, so not ruled out (${where})`
    }
    case 'everything':
      return zh
        ? '这个搜索没有限定条件，凡新公开的都算'
        : 'the search has no conditions, so everything new counts'
  }
}

function figureInWords({ figure, bounds, has }: FitReason & { kind: 'figure' }, locale: Locale): string {
  const zh = locale === 'zh'
  const name = figureName(figure, locale)
  const asked = boundsText(figure, bounds, locale)
  if (has === null)
    return zh
      ? `${name}未披露，未排除（要求 ${asked}）`
      : `${name} not disclosed, so not ruled out (asked: ${asked})`
  const [low, high] = typeof has === 'number' ? [has, has] : [has.min, has.max]
  const value =
    low === high
      ? figureText(figure, low, locale)
      : `${figureText(figure, low, locale)}–${figureText(figure, high, locale)}`
  const sure = (bounds.gte ?? low) <= low && high <= (bounds.lte ?? high)
  if (sure) return `${name} ${value}${zh ? '，符合 ' : ', meets '}${asked}`
  return `${name} ${value}${zh ? '，可能符合 ' : ', may meet '}${asked}`
}

/** All reasons in one sentence. */
export function fitInWords(reasons: readonly FitReason[], locale: Locale): string {
  return reasons.map(reason => reasonInWords(reason, locale)).join(locale === 'zh' ? '；' : '; ')
}
