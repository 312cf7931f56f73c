import { CapBar } from '../chart/cap-bar.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import { type CalculationView, sumOfItems } from './view.ts'

/** 年度余额: what is taken, what this asks for, what lies beyond the line. */
export function Year({
  calculation: { assessment },
  firm,
}: {
  calculation: CalculationView
  /** The firm whose ledger it is; null for a calculation on stated figures. */
  firm: string | null
}) {
  const t = useT()
  const { year, cap, granted, reserved, headroom } = assessment.firmYear
  const asked = assessment.verdict === 'notEligible' ? 0 : (sumOfItems(assessment) ?? 0)
  return (
    <Section title={t('reward.cap')} note={t('reward.capNote')}>
      <p className="t14">
        {firm && <b>{firm}</b>}
        {firm && '　'}
        {firm ? t('reward.capFirm', { year }) : t('reward.capAsked', { year })}
      </p>
      <CapBar
        limit={cap}
        paid={granted}
        held={reserved}
        want={Math.min(asked, headroom)}
        over={Math.max(0, asked - headroom)}
        words={firm ? { paid: t('reward.capPaid'), held: t('reward.capHeld') } : undefined}
      />
      <p className="t14 ink2 prose mt3">{firm ? t('reward.capGuarded') : t('reward.capStated')}</p>
    </Section>
  )
}
