import { demandParts, shape, supplyParts, type Weights } from '#domain/matching/weights.ts'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import { AboutPage } from './about-page.tsx'
import { FactsTable } from './facts-table.tsx'

/** 计分公式: the matching formula with the very numbers the matcher uses. */
export function FormulaPage({ weights }: { weights: Weights }) {
  const t = useT()
  const heads = [t('about.formula.part'), t('about.formula.weight'), t('about.formula.says')]
  return (
    <AboutPage topic="formula">
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
          <li>{t('about.formula.fitOther')}</li>
          <li>
            {t('about.formula.fitUnknown', {
              enough: shape.enoughKnown,
              share: shape.unknownShare,
              justMet: shape.justMet,
            })}
          </li>
          <li>{t('about.formula.discount', { discount: weights.unknownDiscount })}</li>
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
      <Section title={t('about.formula.mutual')} note={t('about.formula.version', { n: weights.version })}>
        <p className="about__formula">2 × S × R ÷ (S ＋ R)</p>
        <p className="prose">{t('about.formula.mutualText')}</p>
      </Section>
    </AboutPage>
  )
}

function Num({ value }: { value: number }) {
  const t = useT()
  return <span className="num">{t.number(value, 2)}</span>
}
