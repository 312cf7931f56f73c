import type { ReactNode } from 'react'
import type { Tri } from '#domain/shared/tri.ts'

/** A piece of the clause: plain, or one that a numbered line below decides. */
export type ClausePart = string | { text: string; number: number; verdict: Tri }

/** The clause in its own words, each decided piece marked and numbered. */
export function ClauseQuote({ parts, source }: { parts: readonly ClausePart[]; source?: ReactNode }) {
  return (
    <>
      <blockquote className="law" lang="zh-CN">
        {parts.map((part, index) =>
          typeof part === 'string' ? (
            part
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a clause never reorders
            <u key={index} data-v={part.verdict}>
              {part.text}
              <sup>{part.number}</sup>
            </u>
          ),
        )}
      </blockquote>
      {source && <p className="law__source">{source}</p>}
    </>
  )
}
