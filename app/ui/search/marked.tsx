import type { Segment } from './view.ts'

/** A text with what was found marked; the pieces are text, never markup. */
export function Marked({ segments }: { segments: readonly Segment[] }) {
  return segments.map((segment, index) =>
    segment.hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never reorder
      <mark key={index}>{segment.text}</mark>
    ) : (
      segment.text
    ),
  )
}
