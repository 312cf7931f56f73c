import { industries, isIndustry } from '#domain/organizations/industries.ts'
import { capabilities, districts, organizationTypes } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { ActionBox } from '../pattern/action-dock.tsx'
import { FactGrid } from '../pattern/fact-grid.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Badge } from '../primitives/badge.tsx'
import { ButtonLink, ClosedButton } from '../primitives/button.tsx'
import { Timeline } from '../primitives/timeline.tsx'
import { listText } from '../products/words.ts'
import { isDistrict } from '../scenarios/words.ts'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { PageSplit } from '../shell/page-split.tsx'
import { Section } from '../shell/section.tsx'
import { StateLine } from '../shell/state-line.tsx'
import { DocumentList, RelationList, RequestTable } from './records.tsx'
import type { OrganizationAct, OrganizationView } from './view.ts'

/** 页首四问 of an organisation. */
export function OrganizationState({ view }: { view: OrganizationView }) {
  const t = useT()
  const next = nextOf(view)
  const waits = waitsOf(view)
  return (
    <StateLine
      where={{
        strong: t(`organization.where.${view.role ? 'member' : 'officer'}`),
        note: t('organization.whereNote'),
      }}
      state={{ strong: <Badge noun="organization" status={view.status} />, note: standing(t, view) }}
      can={{ strong: t(`organization.next.${next}`) }}
      waits={
        waits
          ? {
              strong: t(`organization.waits.${waits.who}`),
              note: t('organization.waits.since', { time: t.moment(waits.since) }),
            }
          : { strong: t('common.state.nobody') }
      }
    />
  )
}

function standing(t: Translate, { status, capabilities: held }: OrganizationView): string {
  if (status === 'suspended') return t('organization.stateNote.suspended')
  if (status === 'registered') return t('organization.stateNote.registered')
  if (held.length === 0) return t('organization.stateNote.none')
  const names = held.map(id => t.pick(capabilities[id]))
  return t('organization.stateNote.some', { capabilities: listText(t, names) })
}

function nextOf(view: OrganizationView) {
  const { role, requests, claims, missing, askable } = view
  if (requests.some(({ can }) => can.grant.ok || can.endorse.ok || can.refuse.ok)) return 'decide'
  if (claims.some(({ can }) => can.ok)) return 'settle'
  if (role === null) return 'read'
  if (view.lapsedOn && role === 'owner') return 'renew'
  if (view.capabilities.length > 0) return 'work'
  if (role !== 'owner' || askable.length < 4) return 'draft'
  return missing.length > 0 ? 'complete' : 'ask'
}

function waitsOf({ requests, claims }: OrganizationView) {
  const open = (status: string) => requests.filter(each => each.status === status).map(each => each.askedAt)
  const waiting = [
    ...open('asked').map(since => ({ who: 'handler' as const, since })),
    ...open('endorsed').map(since => ({ who: 'approver' as const, since })),
    ...claims.map(({ at }) => ({ who: 'owner' as const, since: at })),
  ]
  return waiting.sort((a, b) => a.since.getTime() - b.since.getTime())[0]
}

/** 基本信息、证照、核验、关联、人员, and what this reader can do about them. */
export function OrganizationBody({ view }: { view: OrganizationView }) {
  const t = useT()
  return (
    <PageSplit label={t('organization.acts')} first={<Acts view={view} />} rest={<History view={view} />}>
      {view.lapsedOn && (
        <Alert tone="red" title={t('organization.document.lapsed', { day: view.lapsedOn })}>
          <p>{t('organization.document.lapsedText')}</p>
        </Alert>
      )}
      <Claims view={view} />
      <Section
        title={t('organization.verification')}
        note={t('organization.verificationNote')}
        id="verification"
      >
        {view.requests.length > 0 ? (
          <RequestTable view={view} />
        ) : (
          <p className="ink3">{t('organization.noRequests')}</p>
        )}
        {view.role === 'owner' && view.missing.length > 0 && <Missing items={view.missing} />}
      </Section>
      <OrganizationFile view={view} />
      <Section title={t('organization.relations')} note={t('organization.relationsNote')}>
        <RelationList view={view} />
      </Section>
      <Section title={t('organization.people')} note={t('organization.peopleNote')}>
        <Link href={paths.organizationMembers(view.id)}>{t('organization.peopleLink')}</Link>
      </Section>
    </PageSplit>
  )
}

/** What an officer compares with the licence. */
export function OrganizationFile({ view }: { view: OrganizationView }) {
  const t = useT()
  return (
    <>
      <Section title={t('organization.basics')} note={t('organization.basicsNote')}>
        <Basics view={view} />
      </Section>
      <Section title={t('organization.documents')} note={t('organization.documentsNote')}>
        <DocumentList view={view} />
      </Section>
    </>
  )
}

function Missing({ items }: { items: readonly string[] }) {
  const t = useT()
  const names = items.map(item => t.maybe(`organization.missing.${item}`) ?? item)
  return <p className="mt3 ink2">{t('organization.ask.missing', { items: listText(t, names) })}</p>
}

function Claims({ view: { id, claims } }: { view: OrganizationView }) {
  const t = useT()
  if (claims.length === 0) return null
  return (
    <Alert title={t('organization.claim.count', { n: claims.length })}>
      <ul>
        {claims.map(({ id: claimId, at, can }) => (
          <li key={claimId}>
            {t('organization.claim.since', { time: t.moment(at) })}{' '}
            {can.ok && (
              <Link href={paths.organizationClaimOf(id, claimId)}>{t('organization.claim.settle')}</Link>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

function Basics({ view }: { view: OrganizationView }) {
  const t = useT()
  const place = isDistrict(view.district) ? t.pick(districts[view.district]) : view.region
  const facts = [
    ['uscc', view.uscc],
    ['legalRepresentative', view.legalRepresentative],
    ['type', view.type && t.pick(organizationTypes[view.type])],
    ['industry', isIndustry(view.industry) ? `${view.industry} ${t.pick(industries[view.industry])}` : null],
    ['district', place],
  ] as const
  return (
    <>
      <FactGrid
        facts={facts.map(([key, value]) => ({
          key,
          term: t(`organization.field.${key}`),
          value: value ?? <span className="ink3">{t('organization.unset')}</span>,
        }))}
      />
      {/* A failed inner check is for the officer's eyes: nobody can mend a code that was issued so. */}
      {view.usccWarning && (view.role === null || view.usccWarning === 'nonconforming') && (
        <div className="mt3">
          <Alert title={t(`organization.usccWarning.${view.usccWarning}`, { note: view.usccNote ?? '' })} />
        </div>
      )}
    </>
  )
}

/** The owner's and the officers' deeds; what is closed to this reader for good is not drawn at all. */
function Acts({ view }: { view: OrganizationView }) {
  const t = useT()
  const { id, can, role } = view
  const acts: { act: OrganizationAct; href: string }[] =
    role === null
      ? [
          { act: 'suspend', href: paths.organizationSuspension(id) },
          { act: 'restore', href: paths.organizationSuspension(id) },
        ]
      : [
          { act: 'ask', href: paths.organizationCapabilities(id) },
          { act: 'addDocument', href: paths.organizationDocuments(id) },
          { act: 'edit', href: paths.organizationEdit(id) },
          { act: 'relate', href: paths.organizationRelations(id) },
        ]
  const open = acts.filter(({ act }) => can[act].ok)
  const ask = can.ask
  return (
    <ActionBox>
      {open.map(({ act, href }, index) => (
        <ButtonLink key={act} full look={index === 0 && role !== null ? 'solid' : 'line'} href={href}>
          {t(`organization.act.${act as 'edit'}`)}
        </ButtonLink>
      ))}
      {role === 'owner' && !ask.ok && (
        <ClosedButton full why={t.reason(ask.reason, ask.detail)}>
          {t('organization.act.ask')}
        </ClosedButton>
      )}
      {role !== null && role !== 'owner' && !can.edit.ok && (
        <ClosedButton full why={t.reason(can.edit.reason, can.edit.detail)}>
          {t('organization.act.edit')}
        </ClosedButton>
      )}
      <ButtonLink full look="line" href={paths.organizationMembers(id)}>
        {t('organization.people')}
      </ButtonLink>
    </ActionBox>
  )
}

const shownLast = 12
const stops = /^(suspend|refuse|revoke|unrelate|refuseClaim)/

function History({ view: { history } }: { view: OrganizationView }) {
  const t = useT()
  return (
    <>
      <h2 className="aside__title">{t('organization.history')}</h2>
      <Timeline
        steps={history.slice(-shownLast).map((step, index) => ({
          key: String(index),
          state: stops.test(step.deed) ? ('stop' as const) : ('done' as const),
          title: t.maybe(`organization.deed.${step.deed}`) ?? step.deed,
          time: t.dateTime(step.at),
          who: step.reason ? `${step.by} · ${step.reason}` : step.by,
        }))}
      />
    </>
  )
}
