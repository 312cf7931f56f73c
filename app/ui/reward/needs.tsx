import type { Translate } from '#i18n/translate.ts'
import { DataTable } from '../primitives/data-table.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import type { CalculationView, SpokenNeed } from './view.ts'

/** 还缺什么: which document settles which open point, who issues it, and what follows. */
export function Needs({ calculation }: { calculation: CalculationView }) {
  const t = useT()
  const { needs } = calculation
  return (
    <Section title={t('reward.needs')} note={t('reward.needsNote')} id="documents">
      {needs.length === 0 ? (
        <p className="ink3">{t('reward.needsNone')}</p>
      ) : (
        <DataTable
          caption={t('reward.needsCaption')}
          rows={needs}
          rowKey={need => `${need.settles} ${need.document}`}
          columns={[
            {
              key: 'what',
              head: t('reward.needsWhat'),
              header: true,
              cell: need => placeOf(t, calculation, need),
            },
            {
              key: 'document',
              head: t('reward.needsDocument'),
              full: true,
              cell: need => need.title,
            },
            {
              key: 'issuer',
              head: t('reward.needsIssuer'),
              label: t('reward.needsIssuer'),
              full: true,
              cell: need => need.issuer,
            },
            {
              key: 'outcome',
              head: t('reward.needsOutcome'),
              full: true,
              cell: need => <span className="ink2">{need.outcome}</span>,
            },
          ]}
        />
      )}
    </Section>
  )
}

/** The number of the line that the point belongs to, or the answer it stands under, and its name. */
function placeOf(t: Translate, { conditions }: CalculationView, { settles }: SpokenNeed): string {
  const at = conditions.findIndex(condition => condition.id === settles)
  const place =
    at >= 0 ? String(at + 1) : settles === 'rate' ? t('reward.needsAmount') : t('reward.needsCeiling')
  return `${place}　${t(`reward.settles.${settles}`)}`
}
