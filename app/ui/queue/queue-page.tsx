import { matterKinds } from '#domain/queue/matters.ts'
import { districts } from '#domain/vocabulary.ts'
import { paths } from '#paths'
import { type QueueGroup, type QueueItem, QueueTable } from '../pattern/queue-table.tsx'
import { DeskBar, DeskHead, KeyLegend, Workbench } from '../pattern/workbench.tsx'
import { Button } from '../primitives/button.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { Tabs } from '../primitives/tabs.tsx'
import { isDistrict } from '../scenarios/words.ts'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { Link } from '../shell/link.tsx'
import { clockOf, matterTitle } from './matter-words.ts'
import { QueuePreviewPane } from './queue-preview.tsx'
import { useQueueKeys } from './use-queue-keys.ts'
import type { MatterView, PreviewView, QueueView } from './view.ts'

/** 主管部门工作台: one list of what waits, the most urgent first, and the matter in hand beside it. */
export function QueuePage({
  queue,
  preview,
  who,
  audits,
  market,
}: {
  queue: QueueView
  preview: PreviewView | null
  who: string
  /** Reads the audit log, which has no place in the navigation of those who decide. */
  audits: boolean
  /** Reads how fairly suggestions are shared out, and what the market lacks. */
  market: boolean
}) {
  const t = useT()
  useQueueKeys()
  const empty = queue.counts.all === 0
  return (
    <Wrap wide>
      <DeskHead
        title={t('queue.title')}
        who={`${who} · ${t.moment(queue.now)}`}
        note={
          <>
            <Overdue queue={queue} /> {audits && <Link href={paths.audit()}>{t('audit.title')}</Link>}{' '}
            {audits && <Link href={paths.conceptProposals()}>{t('concept.proposals.title')}</Link>}{' '}
            {market && <Link href={paths.market()}>{t('market.title')}</Link>}{' '}
            {audits && <Link href={paths.weightsProposals()}>{t('weights.proposals.title')}</Link>}{' '}
            {audits && <Link href={paths.introductions()}>{t('introduction.all')}</Link>}
          </>
        }
      />
      <QueueTabs queue={queue} />
      {empty ? (
        <EmptyState title={t('queue.emptyTitle')}>{t('queue.emptyText')}</EmptyState>
      ) : (
        <div className="queue" data-picked={queue.query.item ? '' : undefined}>
          <Workbench preview={preview && <QueuePreviewPane preview={preview} now={queue.now} />}>
            <FindBar queue={queue} />
            <QueueGroups queue={queue} current={preview?.matter.key} />
            <KeyLegend
              keys={[
                { keys: ['J', 'K'], does: t('queue.keys.move') },
                { keys: ['↵'], does: t('queue.keys.open') },
                ...(queue.whole ? decisionKeys : []).map(([key, does]) => ({ keys: [key], does: t(does) })),
                { keys: ['/'], does: t('queue.keys.find') },
              ]}
            />
          </Workbench>
        </div>
      )}
    </Wrap>
  )
}

const decisionKeys = [
  ['E', 'queue.keys.publish'],
  ['R', 'queue.keys.return'],
] as const

function Overdue({ queue: { counts } }: { queue: QueueView }) {
  const t = useT()
  return counts.late > 0 ? <b className="red">{t('queue.overdue', { n: counts.late })}</b> : null
}

function QueueTabs({ queue: { query, counts, whole } }: { queue: QueueView }) {
  const t = useT()
  const all = {
    href: paths.queue({ q: query.q }),
    label: t('queue.all'),
    count: counts.all,
    current: !query.kind,
  }
  const shown = matterKinds.filter(kind => whole || counts[kind] > 0 || query.kind === kind)
  const kinds = shown.map(kind => ({
    href: paths.queue({ kind, q: query.q }),
    label: t(`queue.kind.${kind}`),
    count: counts[kind],
    current: query.kind === kind,
  }))
  return <Tabs label={t('queue.views')} items={[all, ...kinds]} />
}

function FindBar({ queue: { query } }: { queue: QueueView }) {
  const t = useT()
  return (
    <DeskBar action={paths.queue()}>
      {query.kind && <input type="hidden" name="kind" value={query.kind} />}
      <label className="vh" htmlFor="queue-q">
        {t('queue.find')}
      </label>
      <input
        className="input desk__find"
        id="queue-q"
        name="q"
        type="search"
        maxLength={80}
        defaultValue={query.q}
        placeholder={t('queue.filter')}
      />
      <Button type="submit" look="quiet" size="sm">
        {t('queue.find')}
      </Button>
    </DeskBar>
  )
}

function QueueGroups({ queue, current }: { queue: QueueView; current: string | undefined }) {
  const t = useT()
  const { late, today, later, query, now } = queue
  const item = (matter: MatterView): QueueItem => {
    const clock = clockOf(t, matter, now)
    const where = isDistrict(matter.district) ? districts[matter.district] : undefined
    const note = [matter.number, matter.organization, where && t.pick(where)].filter(Boolean).join(' · ')
    return {
      id: matter.key,
      clock: clock.strong,
      clockNote: clock.note,
      late: matter.late,
      title: matterTitle(t, matter),
      href: paths.queue({ kind: query.kind, q: query.q, item: matter.key }),
      note,
      waits: matter.mine ? t('queue.me') : t(`queue.waits.${matter.waits}`),
      waitsNote: matter.lapsed
        ? t('review.lapsed')
        : t('queue.since', { day: t.dateTime(matter.since).slice(5, 10) }),
      next: t(`queue.next.${matter.next}`),
      current: matter.key === current,
    }
  }
  const groups: QueueGroup[] = [
    { key: 'late', title: t('queue.late', { n: late.length }), red: true, items: late.map(item) },
    { key: 'today', title: t('queue.today', { n: today.length }), items: today.map(item) },
    { key: 'later', title: t('queue.later', { n: later.length }), items: later.map(item) },
  ].filter(group => group.items.length > 0)
  return (
    <>
      {groups.length > 0 && <QueueTable groups={groups} />}
      {today.length + later.length === 0 && <p className="desk__none">{t('queue.emptyFilter')}</p>}
    </>
  )
}
