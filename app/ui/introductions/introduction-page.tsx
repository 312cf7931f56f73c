import type { SubmissionResult } from '@conform-to/react'
import { declineReasonIds, declineReasons } from '#domain/introductions/reasons.ts'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { Select } from '../form/choice.tsx'
import { DeedForm } from '../form/deed-form.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { TextArea } from '../form/field.tsx'
import { flatForm } from '../form/flat-form.ts'
import { FormKey } from '../form/form-key.tsx'
import { type RefusalView, StaleNote } from '../form/stale-note.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { FactList } from '../pattern/fact-grid.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Badge } from '../primitives/badge.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { Timeline } from '../primitives/timeline.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { Link } from '../shell/link.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { Section } from '../shell/section.tsx'
import { StateLine } from '../shell/state-line.tsx'
import { MatchPanel } from './match-panel.tsx'
import type { IntroductionView, Spoken } from './view.ts'

type View = Spoken<IntroductionView>
type Answer = { submission: SubmissionResult; refusal: RefusalView | null } | undefined

/** One introduction for its two sides and the bureau: what was sent, the match with it, the answer. */
export function IntroductionPage({ view, answer }: { view: View; answer: Answer }) {
  const t = useT()
  const { direction, scenario, product, can, status } = view
  const refusal = answer?.refusal
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('introduction.title'), href: paths.introductions() },
          { label: t(`introduction.direction.${direction}`) },
        ]}
      />
      <PageHead
        over={t(`introduction.direction.${direction}`)}
        title={t(`introduction.line.${direction}`, { title: scenario.title, product: product.name })}
        facts={
          <>
            <Link href={paths.scenario(scenario.id)}>{t('introduction.act.scenario')}</Link>
            <Link href={paths.product(product.id)}>{t('introduction.act.product')}</Link>
            {scenario.number && <span className="num">{scenario.number}</span>}
          </>
        }
      />
      <State view={view} />
      {refusal?.code === 'conflict' && (
        <StaleNote
          title={t('introduction.answer.changed')}
          refusal={refusal}
          href={paths.introduction(view.id)}
        />
      )}
      {!view.isShown && <Alert title={t('introduction.page.notShown')} />}
      <Section title={t('introduction.page.message')}>
        <p className={view.message ? 'prose lines' : 'ink3'}>
          {view.message ?? t('introduction.page.noMessage')}
        </p>
      </Section>
      <MatchPanel match={view.match} sent />
      {status === 'sent' && view.side === 'receiver' && <AnswerForm view={view} answer={answer} />}
      {status === 'sent' && view.side === 'sender' && can.withdraw.ok && (
        <Section title={t('introduction.withdraw')}>
          <DeedForm
            action={paths.introductionWithdrawal(view.id)}
            id={view.id}
            rev={view.rev}
            formKey={view.formKey}
            look="line"
          >
            {t('introduction.withdraw')}
          </DeedForm>
        </Section>
      )}
      {view.reason && <Given view={view} />}
      <Process view={view} />
      <p className="prose ink2 t14 mt4">{t('introduction.open')}</p>
    </Wrap>
  )
}

function State({ view }: { view: View }) {
  const t = useT()
  const { status, direction, scenario, product, side, dueOn, closesAt } = view
  const receiver = direction === 'invite' ? 'supply' : 'demand'
  const until = dueOn
    ? t('introduction.waits.until', { day: t.day(dueOn) })
    : closesAt && t('introduction.waits.closes', { at: t.moment(closesAt) })
  return (
    <StateLine
      where={{
        strong: t('introduction.page.where'),
        note: t('introduction.page.whereNote', {
          demand: scenario.organization,
          supply: product.organization,
        }),
      }}
      state={{
        strong: <Badge noun="introduction" status={status} />,
        note: t.moment(view.decidedAt ?? view.sentAt),
      }}
      can={{ strong: <NextAct view={view} />, note: t('introduction.page.canNote') }}
      waits={
        status === 'sent'
          ? {
              strong: t(`introduction.waits.${side === 'receiver' ? 'me' : receiver}`),
              note: until,
            }
          : { strong: t('introduction.waits.nobody') }
      }
    />
  )
}

/** What the reader can do now; after 愿接洽 the way goes on where every firm bids. */
function NextAct({ view: { status, direction, scenario, can, side, isClosed } }: { view: View }) {
  const t = useT()
  if (can.answer.ok) return <>{t('introduction.page.canAnswer')}</>
  if (can.withdraw.ok) return <>{t('introduction.page.canWithdraw')}</>
  const isFirm = side !== 'officer' && (direction === 'invite') === (side === 'receiver')
  if (status !== 'welcomed' || isClosed || side === 'officer') return <>{t('introduction.page.canNothing')}</>
  if (!isFirm) return <>{t('introduction.page.canAwaitBids')}</>
  return <Link href={paths.scenario(scenario.id)}>{t('introduction.page.canBid')}</Link>
}

function AnswerForm({ view, answer }: { view: View; answer: Answer }) {
  const t = useT()
  const { id, rev, formKey, can } = view
  const [form, fields] = flatForm(['reason', 'note'], { id: 'answer', lastResult: answer?.submission })
  const labels = { reason: t('introduction.answer.reason'), note: t('introduction.answer.note') }
  if (!can.answer.ok)
    return (
      <Section title={t('introduction.answer.title')}>
        <Alert title={t.reason(can.answer.reason, can.answer.detail)} />
      </Section>
    )
  return (
    <Section title={t('introduction.answer.title')} note={t('introduction.answer.welcomeNote')}>
      <form method="post" id={form.id} noValidate className="form">
        <ErrorSummary form={form} labels={labels} />
        <FormKey value={formKey} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="rev" value={rev} />
        <TextArea field={fields.note} label={labels.note} hint={t('introduction.answer.noteHint')} rows={3} />
        <Actions>
          <SubmitButton name="answer" value="welcomed">
            {t('introduction.answer.welcome')}
          </SubmitButton>
        </Actions>
        <Select
          field={fields.reason}
          label={labels.reason}
          empty={t('introduction.answer.reasonEmpty')}
          options={declineReasonIds.map(value => ({ value, label: t.pick(declineReasons[value]) }))}
        />
        <Actions>
          <SubmitButton look="refuse" name="answer" value="declined">
            {t('introduction.answer.decline')}
          </SubmitButton>
          <ButtonLink look="quiet" href={paths.introductions()}>
            {t('introduction.form.back')}
          </ButtonLink>
        </Actions>
      </form>
    </Section>
  )
}

function Given({ view: { reason, note } }: { view: View }) {
  const t = useT()
  if (!reason) return null
  const facts = [
    { key: 'reason', term: t('introduction.page.reason'), value: t.pick(declineReasons[reason]) },
    ...(note ? [{ key: 'note', term: t('introduction.page.note'), value: note }] : []),
  ]
  return (
    <Section title={t('introduction.page.answered')}>
      <FactList facts={facts} />
    </Section>
  )
}

function Process({ view }: { view: View }) {
  const t = useT()
  const { direction, scenario, product } = view
  const sent = (deed: string) => deed === 'send' || deed === 'withdraw'
  // Of the other side its organisation is named, not its people.
  const organizationOf = (deed: string) =>
    deed === 'lapse'
      ? null
      : sent(deed) === (direction === 'invite')
        ? scenario.organization
        : product.organization
  const steps = view.steps.map(({ deed, at, by }, index) => ({
    key: `${index}-${deed}`,
    state:
      deed === 'turnDown' || deed === 'withdraw' || deed === 'lapse' ? ('stop' as const) : ('done' as const),
    title: deedText(t, deed),
    time: t.moment(at),
    at: new Date(at).toISOString(),
    who: by ?? organizationOf(deed),
  }))
  return (
    <Section title={t('introduction.page.process')}>
      <Timeline steps={steps} />
    </Section>
  )
}

const deedText = (t: Translate, deed: string) => t.maybe(`introduction.deed.${deed}`) ?? deed
