import type { Verdict } from '#domain/shared/verdict.ts'
import type { SiteStatus } from '#domain/sites/lifecycle.ts'
import type { SiteLine } from '#domain/sites/lines.ts'
import type { SiteTable } from '#domain/sites/tables.ts'
import { paths } from '#paths'
import { FileList, type ListedFile } from '../files/file-list.tsx'
import { DeedForm } from '../form/deed-form.tsx'
import { FactGrid } from '../pattern/fact-grid.tsx'
import { Alert } from '../primitives/alert.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { Timeline } from '../primitives/timeline.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { PageSplit } from '../shell/page-split.tsx'
import { Section } from '../shell/section.tsx'
import { SiteChanges } from './site-changes.tsx'
import { SiteTables } from './site-tables.tsx'
import type { SpokenDifference } from './view.ts'

/** A profile in words: its lines, what it asks of a robot, and what its version changed. */
export interface SitePageView {
  id: string
  rev: number
  status: SiteStatus
  version: number
  latest: number
  lines: readonly SiteLine[]
  needs: readonly { label: string; value: string }[]
  /** Null for the first version. */
  changes: readonly SpokenDifference[] | null
  versions: readonly { version: number; at: Date }[]
  can: Record<'edit' | 'retire' | 'restore', Verdict>
  tables: readonly SiteTable[]
  files: readonly ListedFile[]
  formKey: string
}

const liftKeys = ['facts.elevator', 'liftDoorMm', 'liftDepthMm', 'liftLoadKg', 'liftInterface']
const workKeys = ['shifts', 'charging', 'systems', 'remarks', 'measuredBy', 'measuredOn']
const wayKeys = [
  ...['passageWidthMm', 'heightMm', 'aisleWidthMm', 'slopeDeg', 'thresholdMm', 'gapMm'],
  ...['stairs', 'automaticDoor', 'outdoor'],
].map(id => `facts.${id}`)

export function SitePage({ view }: { view: SitePageView }) {
  const t = useT()
  const { lines, needs, version: n, latest } = view
  // Remarks are no fact that somebody has yet to measure.
  const told = lines.filter(({ key, value }) => key !== 'remarks' || value !== null)
  const named = (keys: readonly string[]) => told.filter(({ key }) => keys.includes(key))
  const around = lines.filter(
    ({ key }) => key.startsWith('facts.') && !wayKeys.includes(key) && !liftKeys.includes(key),
  )
  return (
    <PageSplit label={t('site.part.versions')} first={<Acts view={view} />} rest={<Versions view={view} />}>
      {view.status === 'retired' && <Alert title={t('site.retiredTitle')}>{t('site.retiredText')}</Alert>}
      {n < latest && (
        <Alert title={t('site.older', { n, latest })}>
          <Link href={paths.site(view.id)}>{t('site.toLatest')}</Link>
        </Alert>
      )}
      <Lines title={t('site.part.way')} lines={named([...wayKeys, 'floor'])} />
      <Lines title={t('site.part.lift')} lines={named(liftKeys)} />
      <Lines title={t('site.part.around')} lines={around} />
      <Lines title={t('site.part.work')} lines={named(workKeys)} />
      {view.tables.length > 0 && (
        <Section title={t('site.lists.title')} note={t('site.lists.note')} top>
          <SiteTables tables={view.tables} />
        </Section>
      )}
      <Photos view={view} />
      <Section title={t('site.part.needs')} note={t('site.partNote.needs')} top>
        {needs.length === 0 ? (
          <p className="unsaid">{t('site.noNeeds')}</p>
        ) : (
          <FactGrid facts={needs.map(({ label, value }) => ({ key: label, term: label, value }))} />
        )}
      </Section>
    </PageSplit>
  )
}

function Photos({ view: { id, files, can } }: { view: SitePageView }) {
  const t = useT()
  return (
    <Section title={t('site.photos.title')} note={t('site.photos.note')} top>
      {files.length === 0 ? <p className="unsaid">{t('site.photos.none')}</p> : <FileList files={files} />}
      {can.edit.ok && (
        <p className="mt3">
          <ButtonLink href={paths.filesOf('site', id)} look="quiet">
            {t('file.manage')}
          </ButtonLink>
        </p>
      )}
    </Section>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly SiteLine[] }) {
  const t = useT()
  return (
    <Section title={title} top>
      <FactGrid
        facts={lines.map(({ key, label, value }) => ({
          key,
          term: label,
          value: value ?? <span className="unsaid">{t('site.unknown')}</span>,
        }))}
      />
    </Section>
  )
}

/** Who may do nothing to it, a viewer, sees no buttons. */
function Acts({ view: { id, rev, can, formKey, status } }: { view: SitePageView }) {
  const t = useT()
  return (
    <div className="stack">
      {can.edit.ok && <ButtonLink href={paths.siteEdit(id)}>{t('site.editIt')}</ButtonLink>}
      {status === 'current' && can.retire.ok && (
        <DeedForm action={paths.siteRetirement(id)} id={id} rev={rev} formKey={formKey} look="line" size="sm">
          {t('site.retire')}
        </DeedForm>
      )}
      {can.restore.ok && (
        <DeedForm action={paths.siteRestoration(id)} id={id} rev={rev} formKey={formKey} look="line">
          {t('site.restore')}
        </DeedForm>
      )}
    </div>
  )
}

function Versions({ view: { id, version, versions, changes } }: { view: SitePageView }) {
  const t = useT()
  return (
    <>
      <h2 className="aside__head">{t('site.part.changes')}</h2>
      <Changes changes={changes} />
      <h2 className="aside__head">{t('site.part.versions')}</h2>
      <Timeline
        steps={versions.map(each => ({
          key: String(each.version),
          state: each.version === version ? 'now' : 'done',
          title:
            each.version === version ? (
              t('site.version', { n: each.version })
            ) : (
              <Link href={paths.site(id, { version: each.version })}>
                {t('site.version', { n: each.version })}
              </Link>
            ),
          time: t.moment(each.at),
          at: each.at.toISOString(),
        }))}
      />
    </>
  )
}

function Changes({ changes }: { changes: SitePageView['changes'] }) {
  const t = useT()
  if (changes === null || changes.length === 0)
    return <p className="t13 ink3">{t(changes ? 'site.sameAsBefore' : 'site.firstVersion')}</p>
  return <SiteChanges changes={changes} />
}
