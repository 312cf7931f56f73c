import type { WeightsPreview } from './preview.ts'

/** A preview as it is kept: without the names, which are looked up for whoever reads it later. */
export interface KeptPreview extends WeightsPreview {
  /** Published scenarios there were; the preview may have looked at every n-th of them only. */
  published: number
  /** Places of a list that were looked at. */
  depth: number
}

/** 发布前看到的影响: what the officer who published had before them, and as of when. */
export interface SeenPreview {
  /** The audit chain's head before the suggestions were read: whatever is numbered up to it had happened. */
  seq: number
  /** ISO instant. */
  at: string
  preview: KeptPreview
}

/** What the audit keeps of a publication says; null for those of before previews were kept. */
export function seenIn(content: string): SeenPreview | null {
  const said: { seen?: SeenPreview } = JSON.parse(content)
  return said.seen ?? null
}

/** Every object that the preview names, once. */
export function namedIn({ moves, products, firms }: WeightsPreview): string[] {
  const tallies = [products, firms].flatMap(({ gains, losses }) => [...gains, ...losses].map(each => each.id))
  return [...new Set([...moves.flatMap(each => [each.scenarioId, each.productId]), ...tallies])]
}
