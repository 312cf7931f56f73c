import type { ReactNode } from 'react'
import type { CriterionId } from '#domain/ontology/criteria.ts'
import { criterionOf } from '#domain/ontology/criteria.ts'
import type { Spec } from '#domain/ontology/requirement.ts'
import { type RobotCategoryId, robotCategories } from '#domain/ontology/tasks.ts'
import { formatValue } from '#domain/ontology/values.ts'
import type { Prices } from '#domain/products/prices.ts'
import type { DomainId, Maturity, Source } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { Bar } from '../chart/bar.tsx'
import { RecordRow } from '../pattern/record-row.tsx'
import { SourceTag, Tag } from '../primitives/tags.tsx'
import { useT } from '../shell/dictionary.tsx'
import { pricesText, stageText } from './words.ts'

export interface ProductRowView {
  id: string
  name: string
  organization: string
  source: Source
  category: RobotCategoryId | null
  domain: DomainId | null
  maturity: Maturity | null
  trl: number | null
  summary: string
  prices: Prices
  headline: readonly { criterion: CriterionId; spec: Spec }[]
  disclosed: number
  important: number
}

interface ProductRowProps {
  row: ProductRowView
  /** Name and text with what a search found in them marked. */
  title?: ReactNode
  text?: ReactNode
  /** Under what is disclosed: such as a box to tick. */
  pick?: ReactNode
}

/** One product of a list: whose, what it can, and how much of what matters is stated. */
export function ProductRow({ row, title, text, pick }: ProductRowProps) {
  const t = useT()
  const { domain, category, maturity, source } = row
  return (
    <RecordRow
      domain={domain ?? undefined}
      href={paths.product(row.id)}
      title={title ?? row.name}
      meta={
        <>
          <span>{row.organization}</span>
          {category && <span>{t.pick(robotCategories[category].label)}</span>}
          <SourceTag source={source} />
          {maturity && <Tag>{stageText(t, maturity, row.trl)}</Tag>}
        </>
      }
      text={
        <>
          {row.headline.length > 0 && <b className="row__facts">{headlineText(t, row)}</b>}
          {text ?? excerpt(row.summary)}
        </>
      }
      side={
        <>
          <Disclosed row={row} />
          {pick}
        </>
      }
      sideNote={source === 'report' ? undefined : <Lines texts={pricesText(t, row.prices)} />}
    />
  )
}

/** One under the other, however wide the page is. */
function Lines({ texts }: { texts: readonly string[] }) {
  return (
    <span className="prices">
      {texts.map(text => (
        <span key={text}>{text}</span>
      ))}
    </span>
  )
}

function Disclosed({ row: { disclosed, important } }: { row: ProductRowView }) {
  const t = useT()
  return (
    <span className="disclosed">
      {t('product.list.disclosed', { n: disclosed, total: important })}
      <Bar share={important > 0 ? disclosed / important : 0} />
    </span>
  )
}

function headlineText(t: Translate, { headline }: ProductRowView): string {
  return headline
    .map(
      ({ criterion, spec }) =>
        `${t.pick(criterionOf(criterion).label)} ${formatValue(criterion, spec.value, t.locale)}`,
    )
    .join(t.locale === 'zh' ? '，' : ', ')
}

/** The first sentence or two. */
function excerpt(text: string): string {
  const length = 88
  const characters = [...text.replaceAll(/\s+/g, ' ')]
  return characters.length <= length ? characters.join('') : `${characters.slice(0, length).join('')}…`
}
