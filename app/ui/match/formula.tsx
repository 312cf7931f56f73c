import { paths } from '#paths'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import type { FormulaLine, FormulaView, RankedView, WorkedView } from './view.ts'

/** 分数怎么来: the formula in words, with the first candidate's scores for an example. */
export function Formula({ formula }: { formula: FormulaView }) {
  const t = useT()
  const { enough, share } = formula
  return (
    <Section id="formula" title={t('match.formula.title')} note={t('match.formula.example')}>
      <p className="prose">
        {t('match.formula.text')}
        <Mean {...formula} />
        {t('match.formula.after', { enough, share })}
      </p>
      <p className="prose">
        {t('match.formula.each')} <Link href={paths.formula()}>{t('match.formula.public')}</Link>
      </p>
    </Section>
  )
}

/** A candidate's score on demand, both sides line by line. */
export function Worked({ candidate, worked }: { candidate: RankedView; worked: WorkedView }) {
  const t = useT()
  const { name, known, factor } = { name: candidate.party.title, ...worked }
  return (
    <details className="match__detail" open>
      <summary>{t('match.formula.worked')}</summary>
      <Side name={name} title={t('match.formula.demand')} lines={worked.demandLines} factor={factor}>
        {t('match.formula.discount', { known: t.percent(known), factor: t.number(factor, 4) })}
      </Side>
      <Side name={name} title={t('match.formula.supply')} lines={worked.supplyLines} />
      <p className="match__mean t14">
        {t('match.formula.mutual')}
        <Mean {...worked} />
      </p>
    </details>
  )
}

/** The mutual score from its two sides, in hundredths of a point, and as it is shown. */
function Mean({ demand, supply, score }: Pick<WorkedView, 'demand' | 'supply' | 'score'>) {
  const t = useT()
  const sides = { demand: t.number(demand, 2), supply: t.number(supply, 2) }
  return t('match.formula.mean', { ...sides, score: t.number(score, 1), shown: Math.round(score) })
}

interface SideProps {
  name: string
  title: string
  lines: readonly FormulaLine[]
  /** What the sum is multiplied by, and why. */
  factor?: number
  children?: string
}

function Side({ name, title, lines, factor = 1, children }: SideProps) {
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
            <Cell value={weight} decimals={4} />
            <Cell value={g} decimals={3} />
            <Cell value={weight * g * 100} />
          </tr>
        ))}
        <tr>
          <th scope="row">{t('match.formula.total')}</th>
          <Cell value={1} />
          <td />
          <Cell value={sum * 100} />
        </tr>
        <tr>
          <th scope="row">
            {t('match.formula.result')}
            {children && <span className="tbl__sub">{children}</span>}
          </th>
          <td />
          <td />
          <td className="r">
            <span className="num w6">{t.number(sum * factor * 100, 2)}</span>
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
