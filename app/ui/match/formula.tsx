import type { ExplainedMatch, MatchRow } from '#domain/matching/match.ts'
import { weights } from '#domain/matching/weights.ts'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import { points } from './candidates.tsx'
import { subjectText } from './words.ts'

/** 分数怎么来: the formula in words, and the first candidate worked out line by line. */
export function Formula({ name, match }: { name: string; match: ExplainedMatch }) {
  const t = useT()
  const [demand, supply, score] = [points(match.demand), points(match.supply), points(match.score)]
  const known = match.demandRows.reduce((sum, row) => sum + (row.known ? row.weight : 0), 0)
  const factor = 1 - weights.unknownDiscount * (1 - known)
  return (
    <Section id="formula" title={t('match.formula.title')} note={t('match.formula.example')}>
      <p className="prose">
        {t('match.formula.text')}
        <span className="nw">{t('match.formula.mean', { demand, supply, score })}</span>
        {t('match.formula.after', { enough: weights.enoughKnown, share: weights.unknownShare })}
      </p>
      <Detail open summary={t('match.formula.demand')} name={name} rows={match.demandRows} result={demand}>
        <tr>
          <th scope="row">
            {t('match.formula.discount', { known: t.percent(known, 0), factor: t.number(factor, 2) })}
          </th>
          <td />
          <td />
          <td />
        </tr>
      </Detail>
      <Detail summary={t('match.formula.supply')} name={name} rows={match.supplyRows} result={supply} />
    </Section>
  )
}

function Detail({
  summary,
  name,
  rows,
  result,
  open,
  children,
}: {
  summary: string
  name: string
  rows: readonly MatchRow[]
  result: number
  open?: boolean
  children?: React.ReactNode
}) {
  const t = useT()
  const sum = rows.reduce((total, row) => total + row.contribution, 0)
  return (
    <details className="match__detail" open={open}>
      <summary>{summary}</summary>
      <table className="tbl tbl--tight">
        <caption className="vh">{t('match.formula.caption', { name, side: summary })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('match.formula.subject')}</th>
            <th scope="col" className="r">
              {t('match.formula.weight')}
            </th>
            <th scope="col" className="r">
              {t('match.formula.fit')}
            </th>
            <th scope="col" className="r">
              {t('match.formula.contribution')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <FormulaRow key={`${row.subject}-${row.needField}`} row={row} />
          ))}
          <tr>
            <th scope="row">{t('match.formula.total')}</th>
            <Cell value={1} />
            <td />
            <Cell value={sum * 100} decimals={1} />
          </tr>
          {children}
          <tr>
            <th scope="row">{t('match.formula.result')}</th>
            <td />
            <td />
            <td className="r">
              <span className="num w6">{result}</span>
            </td>
          </tr>
        </tbody>
      </table>
    </details>
  )
}

function FormulaRow({ row }: { row: MatchRow }) {
  const t = useT()
  return (
    <tr>
      <th scope="row">
        {subjectText(t, row.subject)}
        {!row.known && <span className="tbl__sub">{t('match.formula.estimated')}</span>}
      </th>
      <Cell value={row.weight} />
      <Cell value={row.g} />
      <Cell value={row.contribution * 100} decimals={1} />
    </tr>
  )
}

function Cell({ value, decimals = 2 }: { value: number; decimals?: number }) {
  const t = useT()
  return (
    <td className="r">
      <span className="num">{t.number(value, decimals)}</span>
    </td>
  )
}
