import type { Condition } from '#domain/rewards/eligibility.ts'
import type { Translate } from '#i18n/translate.ts'
import { type Finding, Verdict } from '../pattern/verdict.tsx'
import { useT } from '../shell/dictionary.tsx'
import { type Calculated, listed, sumOfItems, triOfVerdict } from './view.ts'

/** What an officer has assessed, once a claim is approved. */
export interface Approved {
  fen: number
  capYear: number
}

/**
 * The three answers. Law 1: without a confirmed rate the only amounts are ceiling and headroom, until an officer has
 * assessed one.
 */
export function Findings({
  calculation,
  yearStated = true,
  approved = null,
}: {
  calculation: Calculated
  /** False when the asker left open what the firm was granted this year. */
  yearStated?: boolean
  approved?: Approved | null
}) {
  const t = useT()
  return (
    <Verdict
      findings={[
        mayIt(t, calculation),
        upTo(t, calculation, yearStated),
        approved ? granted(t, approved) : howMuch(t, calculation),
      ]}
    />
  )
}

function mayIt(t: Translate, { assessment: { verdict }, conditions }: Calculated): Finding {
  const names = (value: Condition['value']) =>
    listed(
      t,
      conditions.filter(each => each.value === value).map(each => t(`reward.settles.${each.id}`)),
    )
  const n = conditions.filter(each => each.value === 'U').length
  const met = conditions.filter(each => each.value === 'T').length
  const text =
    verdict === 'eligible'
      ? t('reward.mayMet', { n: met })
      : verdict === 'notEligible'
        ? t('reward.mayUnmet', { names: names('F') })
        : t('reward.mayOpen', { met, n, names: names('U') })
  return {
    key: 'may',
    heading: t('reward.may'),
    value: t(`reward.verdict.${verdict}`),
    tri: triOfVerdict[verdict],
    text: (
      <>
        {text}
        {verdict === 'undetermined' && (
          <>
            {' '}
            <a className="nw" href="#documents">
              {t('reward.seeDocuments')}
            </a>
          </>
        )}
      </>
    ),
  }
}

function upTo(t: Translate, { assessment, rule }: Calculated, yearStated: boolean): Finding {
  const { verdict, ceiling, headroom, outerLimit } = assessment
  const base = { key: 'ceiling', heading: t('reward.ceiling') }
  if (verdict === 'notEligible')
    return { ...base, value: t('reward.ceilingNone'), none: true, text: t('reward.ceilingNoneText') }
  const doubt = yearStated ? '' : ` ${t('reward.notStated')}`
  const sum = sumOfItems(assessment)
  if (ceiling === null) {
    const basis = t('reward.basisUpTo', { basis: rule.basis ? t.pick(rule.basis.label) : '' })
    const text = t('reward.ceilingOpenText', { basis, limit: t.yuan(outerLimit) })
    return { ...base, value: t('reward.ceilingOpen'), none: true, text: text + doubt }
  }
  const { figure, unit } = t.yuanParts(ceiling)
  const words = { sum: t.yuan(sum ?? outerLimit), headroom: t.yuan(headroom) }
  const text = rule.itemScope === 'unit' ? t('reward.ceilingUnit', words) : t('reward.ceilingProduct', words)
  return { ...base, value: figure, unit, text: text + doubt }
}

function howMuch(t: Translate, { assessment: { assessed, assessedBecause } }: Calculated): Finding {
  const base = {
    key: 'assessed',
    heading: t('reward.assessed'),
    text: t(`reward.assessedBecause.${assessedBecause}`),
  }
  if (assessed === null) return { ...base, value: t('reward.assessedNone'), none: true }
  const { figure, unit } = t.yuanParts(assessed)
  return { ...base, value: figure, unit }
}

function granted(t: Translate, { fen, capYear }: Approved): Finding {
  const { figure, unit } = t.yuanParts(fen)
  return {
    key: 'assessed',
    heading: t('reward.claim.approved'),
    value: figure,
    unit,
    text: t('reward.claim.approvedText', { year: capYear }),
  }
}
