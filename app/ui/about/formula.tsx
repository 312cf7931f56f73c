import { fairOrder } from '#domain/matching/diversify.ts'
import { demandParts, shape, supplyParts, type Weights } from '#domain/matching/weights.ts'
import { perMille } from '#domain/weights/content.ts'
import { paths } from '#paths'
import { Alert } from '../primitives/alert.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import { AboutPage } from './about-page.tsx'
import { FactsTable } from './facts-table.tsx'

export interface FormulaView {
  weights: Weights
  since: Date | null
  until: Date | null
  inForce: number
}

/** 计分公式: the matching formula with the very numbers the matcher uses, or used in an older version. */
export function FormulaPage({ view }: { view: FormulaView }) {
  const t = useT()
  const { weights } = view
  const heads = [t('about.formula.part'), t('about.formula.weight'), t('about.formula.says')]
  return (
    <AboutPage topic="formula">
      <VersionNote view={view} />
      <Section title={t('about.formula.order')}>
        <div className="prose">
          <p>{t('about.formula.notGate')}</p>
          <p>{t('about.formula.three')}</p>
        </div>
      </Section>
      <Section title={t('about.formula.demand')} note={t('about.formula.demandNote')}>
        <FactsTable
          caption={t('about.formula.demand')}
          heads={heads}
          rows={demandParts.map(part => ({
            key: part,
            cells: [
              t(`about.formula.demandPart.${part}`),
              <Num key="w" value={weights.demand[part]} />,
              t(`about.formula.demandSays.${part}`),
            ],
          }))}
        />
        <p className="prose t14 ink2 mt3">{t('about.formula.demandAfter', { must: shape.mustShare })}</p>
      </Section>
      <Section title={t('about.formula.fit')}>
        <ul className="prose about__list">
          <li>
            {t('about.formula.fitNumber', {
              justMet: shape.justMet,
              surplus: t.percent(shape.fullSurplus, 0),
            })}
          </li>
          <li>{t('about.formula.fitOther', { part: shape.mostForPart })}</li>
          <li>
            {t('about.formula.fitUnknown', {
              enough: shape.enoughKnown,
              share: shape.unknownShare,
              least: shape.leastEstimate,
              justMet: shape.justMet,
            })}
          </li>
          <li>
            {t('about.formula.discount', {
              discount: weights.unknownDiscount,
              left: t.percent(1 - weights.unknownDiscount),
            })}
          </li>
          <li>{t('about.formula.oversized', { times: shape.oversizedFrom })}</li>
        </ul>
      </Section>
      <Section title={t('about.formula.supply')} note={t('about.formula.supplyNote')}>
        <FactsTable
          caption={t('about.formula.supply')}
          heads={heads}
          rows={supplyParts.map(part => ({
            key: part,
            cells: [
              t(`about.formula.supplyPart.${part}`),
              <Num key="w" value={weights.supply[part]} />,
              t(`about.formula.supplySays.${part}`),
            ],
          }))}
        />
      </Section>
      <Section title={t('about.formula.mutual')}>
        <p className="about__formula">2 × S × R ÷ (S ＋ R)</p>
        <p className="prose">{t('about.formula.mutualText')}</p>
      </Section>
      <Section title={t('about.formula.shown')}>
        <p className="prose">
          {t('about.formula.shownText', {
            first: fairOrder.first,
            perFirm: fairOrder.perFirm,
            margin: fairOrder.margin * 100,
            days: fairOrder.newDays,
            share: t.percent(fairOrder.newShare, 0),
          })}
        </p>
      </Section>
      <Section title={t('about.formula.basis')}>
        <p className="prose">{t('about.formula.basisText')}</p>
      </Section>
    </AboutPage>
  )
}

/** Which version this is, since when, and the way to all of them. */
function VersionNote({ view: { weights, since, until, inForce } }: { view: FormulaView }) {
  const t = useT()
  const { version } = weights
  const day = (moment: Date) => t.dateTime(moment).slice(0, 10)
  const all = <Link href={paths.weights()}>{t('about.formula.allVersions')}</Link>
  if (!until)
    return (
      <p className="mt4 t14">
        {since
          ? t('about.formula.now', { version, day: day(since) })
          : t('about.formula.nowFromStart', { version })}{' '}
        {all}
      </p>
    )
  const to = day(until)
  return (
    <div className="mt4">
      <Alert title={t('about.formula.older', { version })}>
        <p>
          {since
            ? t('about.formula.wasFrom', { from: day(since), to })
            : t('about.formula.wasFromStart', { to })}
        </p>
        <p>
          <Link href={paths.formula()}>{t('about.formula.newest', { version: inForce })}</Link>
        </p>
        <p>{all}</p>
      </Alert>
    </div>
  )
}

function Num({ value }: { value: number }) {
  const t = useT()
  return <span className="num">{t.number(value, perMille(value) % 10 === 0 ? 2 : 3)}</span>
}
