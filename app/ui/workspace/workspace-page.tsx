import type { ReactNode } from 'react'
import { capabilities } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { Alert } from '../primitives/alert.tsx'
import { Badge } from '../primitives/badge.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { listText } from '../products/words.ts'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import { StateLine } from '../shell/state-line.tsx'
import { noticePage } from './links.ts'
import { TodoList } from './todo-list.tsx'
import type { WorkItem, WorkNoun, WorkspaceView } from './view.ts'
import { useCounts, WorkTable } from './work-table.tsx'

/** 页首四问 of an organisation's home. */
export function WorkspaceState({ view, talks }: { view: WorkspaceView; talks: number }) {
  const t = useT()
  const { waiting, organizations } = view
  const [own] = organizations
  const [first] = waiting
  const count = waiting.length + talks
  return (
    <StateLine
      where={{ strong: t('workspace.where'), note: t('workspace.whereNote') }}
      state={{
        strong: own ? <Badge noun="organization" status={own.status} /> : t('workspace.noOrganization'),
        note: own && standing(t, own),
      }}
      can={{
        strong: canText(t, view),
        note: first?.title,
      }}
      waits={
        count > 0
          ? { strong: t('workspace.waitsMe'), note: t('workspace.waiting', { n: count }) }
          : { strong: t('common.state.nobody'), note: t('workspace.waitingNone') }
      }
    />
  )
}

function canText(t: Translate, { waiting: [first], organizations: [own] }: WorkspaceView): string {
  if (!own) return t('workspace.newOrganization')
  if (first?.act) return t(`workspace.act.${first.act}`)
  return t(own.status === 'registered' ? 'workspace.canDraft' : 'workspace.canNothing')
}

function standing(
  t: Translate,
  { status, capabilities: held }: WorkspaceView['organizations'][number],
): string {
  if (status !== 'verified') return t(`workspace.${status}`)
  if (held.length === 0) return t('workspace.noCapability')
  return t('workspace.verified', {
    capabilities: listText(
      t,
      held.map(id => t.pick(capabilities[id])),
    ),
  })
}

/** What waits for the reader, `turn` among it, then everything under way, by side. */
export function WorkspaceBody({ view, turn }: { view: WorkspaceView; turn: ReactNode }) {
  const t = useT()
  const { waiting, sides, items, canEdit, organizations } = view
  if (organizations.length === 0)
    return (
      <EmptyState
        title={t('workspace.noOrganizationTitle')}
        actions={<ButtonLink href={paths.organizationNew()}>{t('workspace.newOrganization')}</ButtonLink>}
      >
        {t('workspace.noOrganizationText')}
      </EmptyState>
    )
  return (
    <>
      {!canEdit && <Alert title={t('workspace.viewer')} />}
      {canEdit && (
        <Section title={t('workspace.todo')} note={t('workspace.todoNote')}>
          {waiting.length > 0 && <TodoList items={waiting} />}
          {turn}
          {waiting.length === 0 && !turn && (
            <Teach title={t('workspace.todoEmptyTitle')} text={t('workspace.todoEmptyText')} />
          )}
        </Section>
      )}
      {sides.demand && (
        <Part
          noun="scenario"
          items={items.scenario}
          all={paths.scenariosMine()}
          create={paths.scenarioNew()}
        />
      )}
      {sides.supply && (
        <>
          <Part noun="product" items={items.product} all={paths.productsMine()} create={paths.productNew()} />
          <Part noun="bid" items={items.bid} all={paths.bids()} create={paths.scenarios({ kind: 'open' })} />
        </>
      )}
      <Part noun="pilot" items={items.pilot} all={paths.pilots()} />
      {sides.supply && (
        <Part noun="claim" items={items.claim} all={paths.claims()} create={paths.rewards()} />
      )}
      <Notices view={view} />
    </>
  )
}

const shownFirst = 5

/** One noun's section; while it is empty it teaches what it is for. */
function Part({
  noun,
  items,
  all,
  create,
}: {
  noun: WorkNoun
  items: readonly WorkItem[]
  all: string
  create?: string
}) {
  const t = useT()
  const counts = useCounts(noun, items)
  const title = t(`workspace.section.${noun}`)
  const more = items.length > shownFirst && (
    <p className="mt3 t14">
      <Link href={all}>{t('workspace.all', { n: items.length })}</Link>
    </p>
  )
  return (
    <Section
      title={title}
      note={items.length > 0 ? counts : noun === 'bid' ? t('workspace.section.bidNote') : undefined}
    >
      {items.length > 0 ? (
        <>
          <WorkTable caption={title} items={items.slice(0, shownFirst)} />
          {more}
          {(noun === 'scenario' || noun === 'product') && create && (
            <p className="mt3">
              <ButtonLink look="line" size="sm" href={create}>
                {t(`workspace.new.${noun}`)}
              </ButtonLink>
            </p>
          )}
        </>
      ) : (
        <Empty noun={noun} href={create} />
      )}
    </Section>
  )
}

function Empty({ noun, href }: { noun: WorkNoun; href?: string }) {
  const t = useT()
  const act: ReactNode = href && noun !== 'pilot' && (
    <ButtonLink look="line" size="sm" href={href}>
      {t(`workspace.empty.${noun}Act`)}
    </ButtonLink>
  )
  return (
    <Teach title={t(`workspace.empty.${noun}Title`)} text={t(`workspace.empty.${noun}Text`)}>
      {act}
    </Teach>
  )
}

/** An empty section says what it is for and how to begin; several stand on one page, so they stay small. */
function Teach({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="beginning">
      <h3>{title}</h3>
      <p>{text}</p>
      {children}
    </div>
  )
}

function Notices({ view: { notices } }: { view: WorkspaceView }) {
  const t = useT()
  if (notices.length === 0)
    return (
      <Section title={t('workspace.section.notices')}>
        <Teach title={t('workspace.empty.noticesTitle')} text={t('workspace.empty.noticesText')} />
      </Section>
    )
  return (
    <Section
      title={t('workspace.section.notices')}
      note={<Link href={paths.notifications()}>{t('workspace.allNotices')}</Link>}
    >
      <ul className="told">
        {notices.map(notice => {
          const subject = t.maybe(`notification.${notice.event}.subject`, notice.params) ?? notice.event
          const href = noticePage(notice.noun, notice.objectId)
          return (
            <li key={notice.id} data-new={notice.isRead ? undefined : ''}>
              {href ? <Link href={href}>{subject}</Link> : subject}
              <time className="num" dateTime={notice.at.toISOString()}>
                {t.moment(notice.at)}
              </time>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
