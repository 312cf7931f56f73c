import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import type { FormulaLine, FormulaView } from './view.ts'

/** 分数怎么来: the formula in words, and the first candidate worked out line by line. */
export function Formula({ formula }: { formula: FormulaView }) {
  const t = useT()
  const { name, demand, supply, score, known, factor, enough, share } = formula
  return (
    <Section id="formula" title={t('match.formula.title')} note={t('match.formula.example')}>
      <p className="prose">
        {t('match.formula.text')}
        <span className="nw">{t('match.formula.mean', { demand, supply, score })}</span>
        {t('match.formula.after', { enough, share })}
      </p>
      <Detail
        open
        summary={t('match.formula.demand')}
        name={name}
        lines={formula.demandLines}
        result={demand}
      >
        <tr>
          <th scope="row">
            {t('match.formula.discount', { known: t.percent(known, 0), factor: t.number(factor, 2) })}
          </th>
          <td />
          <td />
          <td />
        </tr>
      </Detail>
      <Detail summary={t('match.formula.supply')} name={name} lines={formula.supplyLines} result={supply} />
    </Section>
  )
}

function Detail({
  summary,
  name,
  lines,
  result,
  open,
  children,
}: {
  summary: string
  name: string
  lines: readonly FormulaLine[]
  result: number
  open?: boolean
  children?: React.ReactNode
}) {
  const t = useT()
  const sum = lines.reduce((total, each) => total + each.contribution, 0)
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
          {lines.map(line => (
            <FormulaRow key={line.key} line={line} />
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

function FormulaRow({ line }: { line: FormulaLine }) {
  const t = useT()
  return (
    <tr>
      <th scope="row">
        {line.subject}
        {!line.known && <span className="tbl__sub">{t('match.formula.estimated')}</span>}
      </th>
      <Cell value={line.weight} />
      <Cell value={line.g} />
      <Cell value={line.contribution * 100} decimals={1} />
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
