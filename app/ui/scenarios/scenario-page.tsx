import { districts, domains, readiness } from '#domain/vocabulary.ts'
import { paths } from '#paths'
import { AttachmentPanel } from '../files/file-list.tsx'
import { FirmName } from '../firms/firm-name.tsx'
import { TalkNote } from '../introductions/talk-note.tsx'
import type { TalkNoteView } from '../introductions/view.ts'
import { DomainTag, SourceTag } from '../primitives/tags.tsx'
import { OpinionSection } from '../recommendation/opinions.tsx'
import { ExpectedRisk } from '../risk/expected-risk.tsx'
import type { SpokenExpected } from '../risk/view.ts'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { PageSplit } from '../shell/page-split.tsx'
import { Phrases } from '../shell/phrases.tsx'
import { SiteNote } from '../sites/site-note.tsx'
import { SiteShown } from '../sites/site-shown.tsx'
import type { SpokenSite, SpokenTaken } from '../sites/view.ts'
import { ReportNote } from './report-note.tsx'
import { BidClock, ScenarioActions, ScenarioDock } from './scenario-actions.tsx'
import { ScenarioBody } from './scenario-body.tsx'
import { ScenarioNotes } from './scenario-notes.tsx'
import { ScenarioProcess } from './scenario-process.tsx'
import { ScenarioStateLine } from './state-answers.tsx'
import type { SaidScenario, ScenarioPageView } from './view.ts'
import { nameOf } from './words.ts'

/** The page of one scenario: what is wanted, where it stands, and what this reader can do about it. */
export function ScenarioPage({
  view,
  said,
  taken = null,
  site = null,
  risk = null,
  talk = null,
  formKey,
}: {
  view: ScenarioPageView
  said: SaidScenario
  /** From which 现场档案 its site was taken, for its own people. */
  taken?: SpokenTaken | null
  /** Lists and photos of the site, as far as this reader sees them. */
  site?: SpokenSite | null
  risk?: SpokenExpected | null
  /** How many firms were invited, and that everybody may answer. */
  talk?: TalkNoteView | null
  formKey: string
}) {
  const t = useT()
  const { content, number, source, steps } = view
  const title = content.title || t('scenario.mine.untitled')
  return (
    <Wrap>
      <ScenarioCrumbs view={view} title={number ?? title} />
      <PageHead
        over={content.domain && <DomainTag domain={content.domain} />}
        title={<Phrases>{title}</Phrases>}
        facts={<Facts view={view} />}
      />
      <ScenarioStateLine view={view} />
      <ScenarioNotes view={view} />
      {taken && (
        <div className="scn__notes">
          <SiteNote taken={taken} />
        </div>
      )}
      <PageSplit
        label={t('scenario.aside')}
        first={
          source === 'report' ? (
            <ReportNote view={view} />
          ) : (
            <>
              <BidClock view={view} />
              <ScenarioActions view={view} formKey={formKey} />
              {talk && <TalkNote note={talk} />}
            </>
          )
        }
        rest={
          source !== 'report' &&
          steps.length > 0 && (
            <>
              <h2 className="scn__process">{t('scenario.part.process')}</h2>
              <ScenarioProcess view={view} />
            </>
          )
        }
      >
        <ScenarioBody view={view} said={said} place={site && <SiteShown site={site} />} />
        {risk && <ExpectedRisk risk={risk} />}
        <AttachmentPanel
          of={{ noun: 'scenario', id: view.id }}
          files={view.files}
          manage={view.can.edit.ok}
        />
        <OpinionSection opinions={view.recommendations} />
      </PageSplit>
      <ScenarioDock view={view} formKey={formKey} />
    </Wrap>
  )
}

function ScenarioCrumbs({ view, title }: { view: ScenarioPageView; title: string }) {
  const t = useT()
  const { content, viewer, status } = view
  const own = viewer === 'demand' && (status === 'draft' || status === 'returned' || status === 'submitted')
  const list = own
    ? { label: t('scenario.mine.title'), href: paths.scenariosMine() }
    : { label: t('scenario.list.title'), href: paths.scenarios() }
  const domain = !own && content.domain ? [content.domain] : []
  return (
    <Crumbs
      items={[
        list,
        ...domain.map(id => ({ label: t.pick(domains[id]), href: paths.scenarios({ domain: id }) })),
        { label: title },
      ]}
    />
  )
}

function Facts({ view }: { view: ScenarioPageView }) {
  const t = useT()
  const { content, organization, source } = view
  const { district, units, budgetFen, pilotWeeks } = content
  return (
    <>
      <FirmName firm={organization.firm} name={nameOf(t, organization)} />
      {district && <span>{t.pick(districts[district])}</span>}
      <SourceTag source={source} />
      {content.readiness && <span>{t.pick(readiness[content.readiness])}</span>}
      {units !== undefined && <span>{t('scenario.list.units', { n: units })}</span>}
      {budgetFen !== undefined && <span>{t('scenario.fact.budget', { amount: t.yuan(budgetFen) })}</span>}
      {pilotWeeks !== undefined && <span>{t('scenario.fact.weeks', { n: pilotWeeks })}</span>}
      {content.acceptsUnfinalised && <span>{t('scenario.fact.unfinalised')}</span>}
    </>
  )
}
