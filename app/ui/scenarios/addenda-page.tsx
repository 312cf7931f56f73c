import type { Verdict } from '#domain/shared/verdict.ts'
import { paths } from '#paths'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { ChangeList, type ChangeView } from '../review/change-list.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { Section } from '../shell/section.tsx'
import { FileChanges, type FileChangeView } from './file-changes.tsx'

interface AddendumView {
  number: number
  summary: string
  reason: string
  at: Date
  material: boolean
  deadline: { before: Date; after: Date }
  changes: readonly ChangeView[]
  kept: number
  files: readonly FileChangeView[]
}

export interface AddendaView {
  scenario: { id: string; number: string | null; title: string; bidDeadline: Date | null }
  addenda: readonly AddendumView[]
  can: { amend: Verdict }
}

/** 补充公告 of one scenario, the last one first: what was said before and what is said now. */
export function AddendaPage({ view: { scenario, addenda, can } }: { view: AddendaView }) {
  const t = useT()
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('scenario.list.title'), href: paths.scenarios() },
          { label: scenario.number ?? scenario.title, href: paths.scenario(scenario.id) },
          { label: t('review.addenda.title') },
        ]}
      />
      <PageHead
        title={t('review.addenda.title')}
        facts={
          <>
            <a href={paths.scenario(scenario.id)}>{scenario.title}</a>
            {scenario.bidDeadline && (
              <span>{t('review.addenda.until', { at: t.dateTime(scenario.bidDeadline) })}</span>
            )}
          </>
        }
      />
      {can.amend.ok && (
        <Actions>
          <ButtonLink href={paths.scenarioAddendumNew(scenario.id)}>{t('review.addenda.write')}</ButtonLink>
        </Actions>
      )}
      {addenda.length === 0 ? (
        <EmptyState level={2} title={t('review.addenda.none')}>
          {t('review.addenda.noneText')}
        </EmptyState>
      ) : (
        addenda.map(each => <Addendum key={each.number} addendum={each} />)
      )}
    </Wrap>
  )
}

function Addendum({ addendum }: { addendum: AddendumView }) {
  const t = useT()
  const { number, summary, reason, at, material, deadline, changes, kept, files } = addendum
  const moved = deadline.after > deadline.before
  return (
    <Section
      top
      id={`addendum-${number}`}
      title={t('review.addenda.numbered', { n: number })}
      note={`${t.dateTime(at)} · ${t(material ? 'review.material' : 'review.immaterial')}`}
    >
      <p className="prose lines">
        <b>{summary}</b>
      </p>
      <p className="t14 ink2 lines">{t('review.addenda.because', { reason })}</p>
      {moved && (
        <p className="t14">
          {t('review.addenda.moved', { from: t.dateTime(deadline.before), to: t.dateTime(deadline.after) })}
        </p>
      )}
      <div className="mt4">
        {files.length > 0 && <FileChanges changes={files} />}
        {(changes.length > 0 || kept + files.length === 0) && <ChangeList changes={changes} />}
        {kept > 0 && <p className="unsaid mt3">{t('review.addenda.kept', { n: kept })}</p>}
      </div>
    </Section>
  )
}
