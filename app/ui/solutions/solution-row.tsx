import type { ReactNode } from 'react'
import type { DomainId, Source } from '#domain/vocabulary.ts'
import { paths } from '#paths'
import { RecordRow } from '../pattern/record-row.tsx'
import { SourceTag } from '../primitives/tags.tsx'
import { useT } from '../shell/dictionary.tsx'
import { priceText } from './words.ts'

export interface SolutionRowView {
  id: string
  name: string
  organization: string
  source: Source
  domain: DomainId | null
  summary: string
  robots: number
  software: number
  priceFromFen: number | null
  priceToFen: number | null
}

interface SolutionRowProps {
  row: SolutionRowView
  /** Title and text with what a search found in them marked. */
  title?: ReactNode
  text?: ReactNode
}

/** One solution of a list: whose, what it bundles, what the whole costs. */
export function SolutionRow({ row, title, text }: SolutionRowProps) {
  const t = useT()
  return (
    <RecordRow
      domain={row.domain ?? undefined}
      href={paths.solution(row.id)}
      title={title ?? row.name}
      meta={
        <>
          <span>{row.organization}</span>
          <SourceTag source={row.source} />
        </>
      }
      text={text ?? excerpt(row.summary)}
      side={
        <span className="t13">{t('solution.bundle', { robots: row.robots, software: row.software })}</span>
      }
      sideNote={priceText(t, row.priceFromFen, row.priceToFen)}
    />
  )
}

/** The first sentence or two. */
function excerpt(text: string): string {
  const length = 88
  const characters = [...text.replaceAll(/\s+/g, ' ')]
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length).join('')}…`
}
