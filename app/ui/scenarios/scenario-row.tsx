import type { ReactNode } from 'react'
import type { ScenarioStatus } from '#domain/scenarios/lifecycle.ts'
import { districts, type Source } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { RecordRow } from '../pattern/record-row.tsx'
import { Badge, Sign } from '../primitives/badge.tsx'
import { SourceTag } from '../primitives/tags.tsx'
import { useT } from '../shell/dictionary.tsx'
import { isDistrict, isDomain, nameOf } from './words.ts'

export interface ScenarioRowView {
  id: string
  number: string | null
  title: string
  status: ScenarioStatus
  source: Source
  sourceYear: number | null
  domain: string | null
  district: string | null
  organization: { name: string; nameEn: string | null }
  summary: string
  budgetFen: number | null
  units: number | null
  acceptsUnfinalised: boolean
  bidDeadline: Date | null
  updatedAt?: Date
  /** Its author's own draft: how far it is written and where to go on. */
  draft?: { score: number; next: string; place: number } | null
}

interface ScenarioRowProps {
  row: ScenarioRowView
  now: Date
  /** Title and text with what a search found in them marked. */
  title?: ReactNode
  text?: ReactNode
  /** One more fact, for the list that has it. */
  more?: ReactNode
}

/** One scenario of a list: whose, where, how much, and how long it is still open. */
export function ScenarioRow({ row, now, title: markedTitle, text, more }: ScenarioRowProps) {
  const t = useT()
  const { title, domain, district, source, budgetFen, units, acceptsUnfinalised } = row
  return (
    <RecordRow
      domain={isDomain(domain) ? domain : undefined}
      href={row.draft ? paths.scenarioEdit(row.id, { step: row.draft.next }) : paths.scenario(row.id)}
      title={markedTitle ?? (title === '' ? t('scenario.mine.untitled') : title)}
      meta={
        <>
          <span>{nameOf(t, row.organization)}</span>
          {isDistrict(district) && <span>{t.pick(districts[district])}</span>}
          <SourceTag source={source} />
          {units !== null && <span>{t('scenario.list.units', { n: units })}</span>}
          {budgetFen !== null && <span>{t('scenario.fact.budget', { amount: t.yuan(budgetFen) })}</span>}
          {acceptsUnfinalised && <span>{t('scenario.fact.unfinalised')}</span>}
          {more}
        </>
      }
      text={text ?? excerpt(row.summary)}
      side={<RowState row={row} now={now} />}
      sideNote={sideNote(t, row, now)}
    />
  )
}

function RowState({ row, now }: { row: ScenarioRowView; now: Date }) {
  const t = useT()
  if (row.source === 'report') return <Badge noun="scenario" status="reference" />
  if (row.status === 'published' && row.bidDeadline && row.bidDeadline <= now)
    return <Sign shape="wait">{t('scenario.closedState')}</Sign>
  return <Badge noun="scenario" status={row.status} />
}

function sideNote(t: Translate, row: ScenarioRowView, now: Date): string | undefined {
  const { source, sourceYear, status, bidDeadline, updatedAt } = row
  if (source === 'report')
    return sourceYear
      ? t('scenario.list.reported', { year: String(sourceYear) })
      : t('scenario.list.reportedUndated')
  if (status === 'published' && bidDeadline && bidDeadline > now)
    return t('scenario.list.deadline', { left: t.left(bidDeadline, now), time: t.moment(bidDeadline) })
  if (row.draft) return t('scenario.mine.draft', { score: row.draft.score, n: row.draft.place })
  return updatedAt ? t('scenario.mine.touched', { time: t.moment(updatedAt) }) : (row.number ?? undefined)
}

/** The first sentence or two. */
function excerpt(text: string): string {
  const length = 96
  const characters = [...text.replaceAll(/\s+/g, ' ')]
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length).join('')}…`
}
