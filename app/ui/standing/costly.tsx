import type { ReactNode } from 'react'
import { paths } from '#paths'
import { percent } from '../chart/bar.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import type { CostView, ScenarioLine, SpokenStanding } from './view.ts'

/** 最费场景的三项, each with how many it costs, which value would do for how many, and what others of the kind have. */
export function Costly({ view: { costly, alsoCostly, working } }: { view: SpokenStanding }) {
  const t = useT()
  if (costly.length === 0)
    return working > 0 ? (
      <EmptyState title={t('standing.cost.emptyTitle')}>{t('standing.cost.emptyText')}</EmptyState>
    ) : (
      <EmptyState title={t('standing.cost.workTitle')}>{t('standing.cost.workText')}</EmptyState>
    )
  return (
    <>
      <ol className="costs">
        {costly.map(cost => (
          <li key={cost.key}>
            <CostBlock cost={cost} working={working} />
          </li>
        ))}
      </ol>
      {alsoCostly > 0 && <p className="t14 ink3 mt3">{t('standing.cost.also', { n: alsoCostly })}</p>}
    </>
  )
}

const counts = ['alone', 'together', 'pending'] as const

function CostBlock({ cost, working }: { cost: CostView; working: number }) {
  const t = useT()
  const { name, have, steps, peers } = cost
  const figures = { alone: cost.alone, together: cost.together, pending: cost.pending }
  return (
    <article className="cost">
      <header>
        <h3>{name}</h3>
        <p className="t14 ink2">
          {have === null ? t('standing.cost.none') : t('standing.cost.have', { have })}
        </p>
      </header>
      <CostBar figures={figures} working={working} />
      <dl className="cost__counts">
        {counts.map(key => (
          <div key={key} data-cost={key}>
            <dt>{t(`standing.cost.${key}`)}</dt>
            <dd>
              <b className="num">{figures[key]}</b> <span className="num ink3">/ {working}</span>
              {key === 'pending' && cost.pending > 0 && (
                <span className="ink2"> {t('standing.cost.only', { n: cost.pendingAlone })}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {steps.length > 0 && (
        <>
          <h4>{t('standing.cost.steps')}</h4>
          <ul className="why">
            {steps.map(({ key, text }) => (
              <li key={key} data-k="+">
                <b aria-hidden="true">＋</b>
                <span>{text}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Named label={t('standing.cost.kept')} list={cost.kept} total={cost.alone} />
      <Named label={t('standing.cost.joint')} list={cost.joint} total={cost.together} />
      <Named label={t('standing.cost.open')} list={cost.open} total={cost.pendingAlone} />
      <p className="t13 ink3">
        {t('standing.market.peers')}
        {t.locale === 'zh' ? '：' : ': '}
        {peers}
      </p>
    </article>
  )
}

/** Of all scenarios whose work fits: kept out by this alone, with others, and left open; the figures stand below. */
function CostBar({
  figures,
  working,
}: {
  figures: Record<(typeof counts)[number], number>
  working: number
}) {
  const share = (n: number) => (working > 0 ? n / working : 0)
  let from = 0
  const spans = counts.map(key => {
    const at = from
    from += share(figures[key])
    return { key, at, width: share(figures[key]) }
  })
  return (
    <svg className="costbar" aria-hidden="true" focusable="false">
      <rect className="costbar__all" width="100%" height="100%" />
      {spans.map(({ key, at, width }) =>
        key === 'pending' ? (
          <line
            key={key}
            className="costbar__pending"
            x1={percent(at)}
            x2={percent(at + width)}
            y1="50%"
            y2="50%"
          />
        ) : (
          <rect
            key={key}
            className={`costbar__${key}`}
            x={percent(at)}
            width={percent(width)}
            height="100%"
          />
        ),
      )}
    </svg>
  )
}

function Named({ label, list, total }: { label: ReactNode; list: readonly ScenarioLine[]; total: number }) {
  const t = useT()
  if (list.length === 0) return null
  return (
    <p className="t14">
      <span className="ink2">{label}</span>
      {list.map(({ id, title }, index) => (
        <span key={id}>
          {index > 0 && (t.locale === 'zh' ? '；' : '; ')}
          <Link href={paths.scenario(id)}>{title}</Link>
        </span>
      ))}
      {total > list.length && <span className="ink3"> {t('standing.cost.more', { n: total })}</span>}
    </p>
  )
}
