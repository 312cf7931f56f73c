import { paths } from '#paths'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import type { FormulaLine, FormulaView, RankedView, WorkedView } from './view.ts'

/** 分数怎么来: the formula in words, with the first candidate's scores for an example. */
export function Formula({ formula }: { formula: FormulaView }) {
  const t = useT()
  const { demand, supply, score, enough, share } = formula
  return (
    <Section id="formula" title={t('match.formula.title')} note={t('match.formula.example')}>
      <p className="prose">
        {t('match.formula.text')}
        <span className="nw">{t('match.formula.mean', { demand, supply, score })}</span>
        {t('match.formula.after', { enough, share })}
      </p>
      <p className="prose">
        {t('match.formula.each')} <Link href={paths.formula()}>{t('match.formula.public')}</Link>
      </p>
    </Section>
  )
}

/** A candidate's score on demand, both sides line by line. */
export function Worked({
  candidate,
  worked,
  unfolded,
}: {
  candidate: RankedView
  worked: WorkedView
  unfolded: boolean
}) {
  const t = useT()
  const { party, demand, supply } = candidate
  const { known, factor } = worked
  return (
    <details className="match__detail" open={unfolded}>
      <summary>{t('match.formula.worked')}</summary>
      <Side name={party.title} title={t('match.formula.demand')} lines={worked.demandLines} result={demand}>
        {t('match.formula.discount', { known: t.percent(known, 0), factor: t.number(factor, 2) })}
      </Side>
      <Side name={party.title} title={t('match.formula.supply')} lines={worked.supplyLines} result={supply} />
    </details>
  )
}

interface SideProps {
  name: string
  title: string
  lines: readonly FormulaLine[]
  result: number
  /** What the sum is multiplied by. */
  children?: string
}

function Side({ name, title, lines, result, children }: SideProps) {
  const t = useT()
  const sum = lines.reduce((total, each) => total + each.weight * each.g, 0)
  return (
    <table className="tbl tbl--tight">
      <caption className="vh">{t('match.formula.caption', { name, side: title })}</caption>
      <thead>
        <tr>
          <th scope="col">{title}</th>
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
        {lines.map(({ key, subject, known, weight, g }) => (
          <tr key={key}>
            <th scope="row">
              {subject}
              {!known && <span className="tbl__sub">{t('match.formula.estimated')}</span>}
            </th>
            <Cell value={weight} />
            <Cell value={g} />
            <Cell value={weight * g * 100} decimals={1} />
          </tr>
        ))}
        <tr>
          <th scope="row">{t('match.formula.total')}</th>
          <Cell value={1} />
          <td />
          <Cell value={sum * 100} decimals={1} />
        </tr>
        <tr>
          <th scope="row">
            {t('match.formula.result')}
            {children && <span className="tbl__sub">{children}</span>}
          </th>
          <td />
          <td />
          <td className="r">
            <span className="num w6">{result}</span>
          </td>
        </tr>
      </tbody>
    </table>
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
