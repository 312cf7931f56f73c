import type { ReactNode } from 'react'
import type { EntryStatus } from '#domain/catalog/lifecycle.ts'
import { type DomainId, districts, type Source } from '#domain/vocabulary.ts'
import { paths } from '#paths'
import { RecordRow } from '../pattern/record-row.tsx'
import { Badge } from '../primitives/badge.tsx'
import { SourceTag } from '../primitives/tags.tsx'
import { isDistrict } from '../scenarios/words.ts'
import { useT } from '../shell/dictionary.tsx'

export interface EntryRowView {
  id: string
  number: string | null
  status: EntryStatus
  title: string
  domain: DomainId
  content: { summary: string }
  demand: string
  supply: string
  source: Source
  district: string
  noticeTo: string | null
  publishedAt: Date | null
}

interface EntryRowProps {
  row: EntryRowView
  /** Title and text with what a search found in them marked. */
  title?: ReactNode
  text?: ReactNode
}

/** One catalog entry of a list: who with whom, where, and how far it is. */
export function EntryRow({ row, title, text }: EntryRowProps) {
  const t = useT()
  const { status, publishedAt, noticeTo } = row
  const until = noticeTo ? t('catalog.noticeUntil', { until: noticeTo }) : undefined
  return (
    <RecordRow
      domain={row.domain}
      href={paths.entry(row.id)}
      title={title ?? row.title}
      meta={
        <>
          <span className="num">{row.number}</span>
          <span>
            {row.demand} × {row.supply}
          </span>
          {isDistrict(row.district) && <span>{t.pick(districts[row.district])}</span>}
          <SourceTag source={row.source} />
        </>
      }
      text={text ?? row.content.summary}
      side={<Badge noun="entry" status={status} />}
      sideNote={publishedAt ? t.date(publishedAt) : until}
    />
  )
}
