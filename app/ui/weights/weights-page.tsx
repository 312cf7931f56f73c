import './weights.css'
import { paths } from '#paths'
import { ButtonLink } from '../primitives/button.tsx'
import { Pager } from '../primitives/pager.tsx'
import { Tag } from '../primitives/tags.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { Link } from '../shell/link.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { Section } from '../shell/section.tsx'
import { WeightChanges } from './changes.tsx'
import type { VersionView, WeightsView } from './view.ts'

/** 权重版本: everybody reads when they changed, by which office, why and how; officers propose from here. */
export function WeightsPage({ view }: { view: WeightsView }) {
  const t = useT()
  const { versions, page, pageSize, all, inForce, waiting } = view
  return (
    <Wrap>
      <Crumbs items={[{ label: t('weights.title') }]} />
      <PageHead
        title={t('weights.title')}
        facts={
          <>
            <span>{t('weights.facts.inForce', { version: inForce })}</span>
            <span>{t('weights.facts.count', { n: all })}</span>
          </>
        }
      />
      <p className="prose ink2">{t('weights.lead')}</p>
      <p className="mt3 t14">
        <Link href={paths.formula()}>{t('weights.formula')}</Link>
      </p>
      {waiting !== null && <Acts mayPropose={view.mayPropose} waiting={waiting} />}
      {versions.map(version => (
        <Version key={version.version} version={version} inForce={inForce} />
      ))}
      <Pager page={page} pageSize={pageSize} total={all} href={to => paths.weights({ page: to })} />
    </Wrap>
  )
}

function Acts({ mayPropose, waiting }: { mayPropose: boolean; waiting: number }) {
  const t = useT()
  return (
    <p className="mt4 weightacts">
      {mayPropose && (
        <ButtonLink size="sm" href={paths.weightsNew()}>
          {t('weights.act.propose')}
        </ButtonLink>
      )}
      <ButtonLink size="sm" look="line" href={paths.weightsLearning()}>
        {t('weights.act.learn')}
      </ButtonLink>
      <ButtonLink size="sm" look="line" href={paths.weightsProposals()}>
        {t('weights.act.proposals')}
      </ButtonLink>
      {waiting > 0 && <span className="t14">{t('weights.act.waiting', { n: waiting })}</span>}
    </p>
  )
}

function Version({ version: view, inForce }: { version: VersionView; inForce: number }) {
  const t = useT()
  const { version, publishedAt, origin, proposedBy, publishedBy, grounds, changes, seen } = view
  return (
    <Section
      title={t('weights.version', { version })}
      note={
        publishedAt ? t('weights.since', { day: t.dateTime(publishedAt).slice(0, 10) }) : t('weights.builtIn')
      }
    >
      <div className="stack">
        <p className="weightacts t14">
          {version === inForce && <Tag>{t('weights.now')}</Tag>}
          {proposedBy && publishedBy && (
            <span>
              {t('weights.by', {
                proposer: t(`weights.office.${proposedBy}`),
                publisher: t(`weights.office.${publishedBy}`),
              })}
            </span>
          )}
          {origin === 'learned' && <span>{t('weights.origin.learned')}</span>}
          <Link href={paths.formula({ version })}>{t('weights.see')}</Link>
        </p>
        {grounds && <p className="prose">{grounds}</p>}
        {seen && (
          <p className="t14 ink2">
            {t('weights.seen', {
              time: t.moment(new Date(seen.at)),
              seq: seen.seq,
              looked: seen.scenarios.looked,
              ten: seen.scenarios.tenChanges,
              pairs: seen.pairs,
            })}
          </p>
        )}
        {changes.length > 0 ? (
          <WeightChanges changes={changes} caption={t('weights.changes')} />
        ) : (
          <p className="t14 ink3">{t('weights.first')}</p>
        )}
      </div>
    </Section>
  )
}
