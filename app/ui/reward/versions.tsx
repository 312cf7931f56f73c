import { DataTable } from '../primitives/data-table.tsx'
import { Tri } from '../primitives/tri.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import { type Calculated, triOfVerdict } from './view.ts'

/** 换个规则版本: the same facts under each version, and what was said in public and computes nothing. */
export function Versions({
  calculation,
  hrefOf,
}: {
  calculation: Calculated
  /** The same question under another version, where it can be asked. */
  hrefOf?: (version: string) => string
}) {
  const t = useT()
  const { versions, statements, rule: used } = calculation
  return (
    <Section title={t('reward.versions')} note={t('reward.versionsNote')}>
      <DataTable
        caption={t('reward.versionsCaption')}
        rows={versions}
        rowKey={each => each.rule.version}
        columns={[
          {
            key: 'version',
            head: t('reward.version'),
            header: true,
            cell: ({ rule, inForce }) => (
              <>
                {t.pick(rule.title)}
                <span className="tbl__sub">
                  {[
                    ...(rule.version === used.version ? [t('reward.versionUsed')] : []),
                    t(`reward.reliability.${rule.reliability}`),
                    ...(inForce ? [] : [t('reward.versionOff')]),
                  ].join(t.locale === 'zh' ? '，' : ', ')}
                  {hrefOf && rule.version !== used.version && (
                    <>
                      {' '}
                      <Link className="nw" href={hrefOf(rule.version)}>
                        {t('reward.versionTry')}
                      </Link>
                    </>
                  )}
                </span>
              </>
            ),
          },
          {
            key: 'stage',
            head: t('reward.versionStage'),
            label: t('reward.versionStage'),
            cell: ({ rule }) => t(`reward.stageRule.${rule.stage}`),
          },
          {
            key: 'region',
            head: t('reward.versionRegion'),
            label: t('reward.versionRegion'),
            cell: ({ rule }) => t(`reward.regionRule.${rule.region}`),
          },
          {
            key: 'basis',
            head: t('reward.versionBasis'),
            label: t('reward.versionBasis'),
            cell: ({ rule }) =>
              rule.basis ? t('reward.basisUpTo', { basis: t.pick(rule.basis.label) }) : t('reward.basisNone'),
          },
          {
            key: 'verdict',
            head: t('reward.versionVerdict'),
            cell: ({ verdict }) => <Tri value={triOfVerdict[verdict]}>{t(`reward.verdict.${verdict}`)}</Tri>,
          },
        ]}
      />
      {statements.map(statement => (
        <p key={statement.id} className="t13 ink3 wideprose mt3">
          {t('reward.recorded')}　{t.pick(statement.says)}{' '}
          {statement.url && (
            <a className="nw" href={statement.url} rel="external noreferrer">
              {t('common.source')}
            </a>
          )}
        </p>
      ))}
    </Section>
  )
}
