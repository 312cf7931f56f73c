import type { SubmissionResult } from '@conform-to/react'
import { withholdReasonIds, withholdReasons } from '#domain/inquiries/reasons.ts'
import { paths } from '#paths'
import { Select } from '../form/choice.tsx'
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
import { Necessity } from '../primitives/necessity.tsx'
import { Tri } from '../primitives/tri.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { Link } from '../shell/link.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { Section } from '../shell/section.tsx'
import { StateLine } from '../shell/state-line.tsx'
import type { SpokenInquiryView } from './view.ts'

type Answer = { submission: SubmissionResult; refusal: RefusalView | null } | undefined

/** One question: what is asked and why, and how the firm answers: by stating it, or by saying why not. */
export function InquiryPage({ view, answer }: { view: SpokenInquiryView; answer: Answer }) {
  const t = useT()
  const { scenario, product, side, status } = view
  const refusal = answer?.refusal
  const others = view.all.filter(each => each.id !== view.id)
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('introduction.title'), href: paths.introductions() },
          { label: t('inquiry.single') },
        ]}
      />
      <PageHead
        over={t('inquiry.single')}
        title={t('inquiry.line', { need: view.need, product: product.name })}
        facts={
          <>
            <Link href={paths.scenario(scenario.id)}>{scenario.title}</Link>
            <Link href={paths.product(product.id)}>{product.name}</Link>
            <span>{scenario.organization}</span>
          </>
        }
      />
      <State view={view} />
      {refusal?.code === 'conflict' && (
        <StaleNote title={t('inquiry.page.changed')} refusal={refusal} href={paths.inquiry(view.id)} />
      )}
      {!product.isShown && <Alert title={t('introduction.page.notShown')} />}
      <Section title={t('inquiry.page.asked')}>
        <p>{t('inquiry.page.why', { title: scenario.title, need: view.need, product: product.name })}</p>
        <p className="mt3">
          <Necessity must={view.necessity === 'must'} />
        </p>
      </Section>
      {status !== 'asked' && <Outcome view={view} />}
      {side === 'supply' && (status === 'asked' || status === 'withheld') && !view.isClosed && (
        <StateFact view={view} />
      )}
      {side === 'supply' && view.can.withhold.ok && !view.isClosed && (
        <Withhold view={view} answer={answer} />
      )}
      {others.length > 0 && (
        <Section title={t('inquiry.page.others')}>
          <ul>
            {others.map(each => (
              <li key={each.id}>
                <Link href={paths.inquiry(each.id)}>{each.need}</Link>{' '}
                {each.status === 'stated' ? (
                  <Tri value={each.verdict} />
                ) : (
                  <Badge noun="inquiry" status={each.status} />
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Wrap>
  )
}

function State({ view }: { view: SpokenInquiryView }) {
  const t = useT()
  const { scenario, product, status, side, isClosed, closesAt } = view
  const mine = side === 'supply' && view.can.withhold.ok && !isClosed
  const open = status === 'asked' && !isClosed
  return (
    <StateLine
      where={{
        strong: t('inquiry.single'),
        note: t('inquiry.page.whereNote', { title: scenario.title, product: product.name }),
      }}
      state={{
        strong: <Badge noun="inquiry" status={status} />,
        note: t.moment(view.decidedAt ?? view.askedAt),
      }}
      can={{
        strong: t(mine ? 'inquiry.page.canAnswer' : 'inquiry.page.canNothing'),
        note: t('inquiry.page.canNote'),
      }}
      waits={
        open
          ? {
              strong: t(mine ? 'introduction.waits.me' : 'introduction.waits.supply'),
              note: closesAt && t('introduction.waits.closes', { at: t.moment(closesAt) }),
            }
          : {
              strong: t('introduction.waits.nobody'),
              note: status === 'asked' && t('inquiry.page.closed'),
            }
      }
    />
  )
}

function Outcome({ view }: { view: SpokenInquiryView }) {
  const t = useT()
  const { status, stated, verdict, pairVerdict, reason, note } = view
  const facts = [
    ...(status === 'stated'
      ? [{ key: 'verdict', term: t('inquiry.page.verdict'), value: <Tri value={verdict} /> }]
      : []),
    ...(pairVerdict
      ? [{ key: 'pair', term: t('inquiry.page.pair'), value: <Tri value={pairVerdict} /> }]
      : []),
    ...(reason
      ? [{ key: 'reason', term: t('inquiry.page.reason'), value: t.pick(withholdReasons[reason]) }]
      : []),
    ...(note ? [{ key: 'note', term: t('introduction.page.note'), value: note }] : []),
  ]
  return (
    <Section title={t('inquiry.page.answered')}>
      {stated !== null && <p>{t('inquiry.page.stated', { value: stated })}</p>}
      <FactList facts={facts} />
    </Section>
  )
}

function StateFact({ view: { product, can } }: { view: SpokenInquiryView }) {
  const t = useT()
  const { status } = product
  return (
    <Section title={t('inquiry.page.state')}>
      <p>{t(status === 'submitted' ? 'inquiry.page.waitsOffice' : 'inquiry.page.stateText')}</p>
      {status !== 'submitted' && (
        <Actions className="mt3">
          {can.revise.ok ? (
            <ButtonLink href={paths.productRevision(product.id)}>{t('inquiry.page.revise')}</ButtonLink>
          ) : (
            (status === 'draft' || status === 'returned') && (
              <ButtonLink href={paths.productEdit(product.id)}>{t('inquiry.page.edit')}</ButtonLink>
            )
          )}
        </Actions>
      )}
    </Section>
  )
}

function Withhold({ view, answer }: { view: SpokenInquiryView; answer: Answer }) {
  const t = useT()
  const [form, fields] = flatForm(['reason', 'note'], { id: 'withhold', lastResult: answer?.submission })
  const labels = { reason: t('inquiry.page.reason'), note: t('inquiry.page.note') }
  return (
    <Section title={t('inquiry.page.withhold')}>
      <form method="post" id={form.id} noValidate className="form">
        <ErrorSummary form={form} labels={labels} />
        <FormKey value={view.formKey} />
        <input type="hidden" name="id" value={view.id} />
        <input type="hidden" name="rev" value={view.rev} />
        <Select
          field={fields.reason}
          label={labels.reason}
          empty={t('introduction.answer.reasonEmpty')}
          options={withholdReasonIds.map(value => ({ value, label: t.pick(withholdReasons[value]) }))}
        />
        <TextArea field={fields.note} label={labels.note} hint={t('inquiry.page.noteHint')} rows={3} />
        <Actions>
          <SubmitButton look="line">{t('inquiry.page.send')}</SubmitButton>
          <ButtonLink look="quiet" href={paths.introductions()}>
            {t('introduction.form.back')}
          </ButtonLink>
        </Actions>
      </form>
    </Section>
  )
}
