import { byScore, type Features, scoresUnder } from '../matching/features.ts'
import type { Weights } from '../matching/weights.ts'
import { type Biggest, biggestOf, type Tally, tallyOf } from './tally.ts'

/** One suggestion as it is stored: which product of which firm, and its features. */
export interface PreviewPair {
  productId: string
  /** Null where the report does not say whose it is. */
  firmId: string | null
  features: Features
}

/** The suggestions of one scenario, in no particular order. */
export interface PreviewList {
  scenarioId: string
  pairs: readonly PreviewPair[]
}

/** A suggestion's place in its scenario's list, counted from 1. */
export interface Move {
  scenarioId: string
  productId: string
  from: number
  to: number
}

export interface WeightsPreview {
  /** `listed`: with a suggestion at all; `compared`: with two or more, for one alone cannot move. */
  scenarios: { looked: number; listed: number; compared: number; firstChanges: number; tenChanges: number }
  pairs: number
  /** Places in the first ten of all lists, and how many of them are taken by another product. */
  places: { all: number; changed: number }
  /** Spearman's rank correlation of the old and the new order, over the lists compared; null without any. */
  correlation: { mean: number; least: number } | null
  /** Who gains and who loses places in the first ten; `of` is who has or gets any. */
  products: Tally
  firms: Tally
  /** The biggest moves into, out of or within the first ten. */
  moves: readonly Move[]
}

/** Places that the first page of a list shows. */
const firstTen = 10
/** Moves, winners and losers that are listed by name. */
export const mostListed = 10

/**
 * What other weights would move, list by list, so that any number of lists takes little memory. Only what is stored is
 * seen: a pair outside a scenario's stored suggestions may come in under other weights without being counted here.
 */
export function openPreview(before: Weights, after: Weights) {
  const scenarios = { looked: 0, listed: 0, compared: 0, firstChanges: 0, tenChanges: 0 }
  const places = { all: 0, changed: 0 }
  const correlation = { sum: 0, least: 1 }
  const products = new Map<string, number>()
  const firms = new Map<string, number>()
  const moves: Biggest<Move> = biggestOf(mostListed, compareMoves)
  let pairs = 0

  const add = ({ scenarioId, pairs: list }: PreviewList): void => {
    scenarios.looked += 1
    pairs += list.length
    if (list.length === 0) return
    scenarios.listed += 1
    const old = placesUnder(list, before)
    const fresh = placesUnder(list, after)
    const into = list.filter(({ productId: id }) => isShown(fresh.get(id)) && !isShown(old.get(id)))
    const out = list.filter(({ productId: id }) => isShown(old.get(id)) && !isShown(fresh.get(id)))
    places.all += Math.min(firstTen, list.length)
    places.changed += into.length
    if (into.length > 0) scenarios.tenChanges += 1
    for (const each of list)
      note(each, isShown(old.get(each.productId)) || isShown(fresh.get(each.productId)), 0)
    for (const each of into) note(each, true, 1)
    for (const each of out) note(each, true, -1)
    if (list.length < 2) return
    scenarios.compared += 1
    let squares = 0
    for (const { productId } of list) {
      const [from, to] = [old.get(productId) ?? 0, fresh.get(productId) ?? 0]
      squares += (from - to) ** 2
      if (from === 1 && to !== 1) scenarios.firstChanges += 1
      if (from !== to && (from <= firstTen || to <= firstTen)) moves.add({ scenarioId, productId, from, to })
    }
    const rho = 1 - (6 * squares) / (list.length * (list.length ** 2 - 1))
    correlation.sum += rho
    correlation.least = Math.min(correlation.least, rho)
  }

  const note = ({ productId, firmId }: PreviewPair, isThere: boolean, by: number) => {
    if (!isThere) return
    products.set(productId, (products.get(productId) ?? 0) + by)
    if (firmId !== null) firms.set(firmId, (firms.get(firmId) ?? 0) + by)
  }

  const result = (): WeightsPreview => ({
    scenarios: { ...scenarios },
    pairs,
    places: { ...places },
    correlation:
      scenarios.compared > 0
        ? { mean: correlation.sum / scenarios.compared, least: correlation.least }
        : null,
    products: tallyOf(products, mostListed),
    firms: tallyOf(firms, mostListed),
    moves: moves.list(),
  })

  return { add, result }
}

export function previewOf(lists: Iterable<PreviewList>, before: Weights, after: Weights): WeightsPreview {
  const preview = openPreview(before, after)
  for (const list of lists) preview.add(list)
  return preview.result()
}

const isShown = (place: number | undefined) => place !== undefined && place <= firstTen

function placesUnder(list: readonly PreviewPair[], weights: Weights): Map<string, number> {
  const ranked = list
    .map(({ productId: id, features }) => ({ id, ...scoresUnder(features, weights) }))
    .sort(byScore)
  return new Map(ranked.map(({ id }, nth) => [id, nth + 1]))
}

/** The longer way first; of equal ones the one that ends or begins nearer the top. */
function compareMoves(a: Move, b: Move): number {
  const way = ({ from, to }: Move) => Math.abs(from - to)
  const top = ({ from, to }: Move) => Math.min(from, to)
  return (
    way(b) - way(a) ||
    top(a) - top(b) ||
    compareText(a.scenarioId, b.scenarioId) ||
    compareText(a.productId, b.productId)
  )
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
