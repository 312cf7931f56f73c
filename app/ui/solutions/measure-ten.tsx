import { measureTen } from '#domain/solutions/measure-ten.ts'
import { ClauseQuote } from '../pattern/clause-quote.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'

/** 第（十）条 in its own words, and that it names no amount. */
export function MeasureTen() {
  const t = useT()
  return (
    <Section top title={t('solution.measure.title')}>
      <ClauseQuote parts={[measureTen]} source={t('solution.measure.source')} />
      <p className="t14 ink2 prose mt2">{t('solution.measure.note')}</p>
    </Section>
  )
}
