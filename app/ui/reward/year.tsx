import { CapBar } from '../chart/cap-bar.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import { type Calculated, sumOfItems } from './view.ts'

/** 年度余额: what is taken, what this asks for, what lies beyond the line. */
export function Year({
  calculation: { assessment },
  firm,
  approved = null,
}: {
  calculation: Calculated
  /** The firm whose ledger it is; null for a calculation on stated figures. */
  firm: string | null
  /** What an officer has granted of it, once the claim is approved. */
  approved?: number | null
}) {
  const t = useT()
  const { year, cap, granted, reserved, headroom } = assessment.firmYear
  const asked = approved ?? (assessment.verdict === 'notEligible' ? 0 : (sumOfItems(assessment) ?? 0))
  const words = {
    paid: t('reward.capPaid'),
    held: t('reward.capHeld'),
    ...(approved !== null && { want: t('reward.capGranted') }),
  }
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
        words={firm ? words : undefined}
      />
      <p className="t14 ink2 prose mt3">{firm ? t('reward.capGuarded') : t('reward.capStated')}</p>
    </Section>
  )
}
