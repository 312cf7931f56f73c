import '../risk/risk.css'
import { type SubmissionResult, useForm } from '@conform-to/react'
import { safeguardAnswers } from '#domain/pilots/safety.ts'
import { type PilotSpace, pilotSpaceIds, pilotSpaces } from '#domain/risk/risk-item.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { paths } from '#paths'
import { RadioGroup, Select } from '../form/choice.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Field } from '../form/field.tsx'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { DataTable } from '../primitives/data-table.tsx'
import { PrintButton } from '../primitives/print-button.tsx'
import { RiskList } from '../risk/risk-list.tsx'
import type { SpokenItem } from '../risk/view.ts'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'

type Answer = { answer: (typeof safeguardAnswers)[number]; note: string | null; at: Date } | null

export interface SafetyView {
  id: string
  rev: number
  side: 'demand' | 'supply' | null
  space: PilotSpace | null
  needsCover: boolean
  items: { item: SpokenItem; demand: Answer; supply: Answer }[]
  settled: number
  covers: { id: string; insurer: string; policyNumber: string; validFrom: string; validUntil: string }[]
  mayRun: Verdict
  can: Verdict
  formKey: string
}

interface Sent {
  submission: SubmissionResult
}

/** 安全与保险: what both sides have gone through, which insurance covers which days, and what still stops the run. */
export function SafetyPage({ view, answer }: { view: SafetyView; answer: Sent | undefined }) {
  const t = useT()
  return (
    <>
      <Section title={t('risk.pilot.covers')} note={t('risk.pilot.coversNote')}>
        <Standing view={view} />
        <Covers view={view} />
        {view.can.ok && (
          <p className="mt4">
            <ButtonLink look="line" size="sm" href={paths.pilotInsurance(view.id)}>
              {t('risk.pilot.insure')}
            </ButtonLink>
          </p>
        )}
      </Section>
      <p className="t14 ink2 mt5">
        {t('risk.pilot.settled', { settled: view.settled, n: view.items.length })} <PrintButton />
      </p>
      {view.can.ok ? <Answers view={view} answer={answer} /> : <Given view={view} />}
    </>
  )
}

function Standing({ view: { space, mayRun, needsCover } }: { view: SafetyView }) {
  const t = useT()
  return (
    <p className="prose">
      {t('risk.pilot.space', { space: space ? t.pick(pilotSpaces[space]) : t('common.unknown') })}
      {t.locale === 'en' && ' '}
      {mayRun.ok
        ? t(needsCover ? 'risk.pilot.covered' : 'risk.pilot.coverFree')
        : t.reason(mayRun.reason, mayRun.detail)}
    </p>
  )
}

function Covers({ view: { covers } }: { view: SafetyView }) {
  const t = useT()
  if (covers.length === 0) return <p className="unsaid mt3">{t('risk.pilot.noCover')}</p>
  return (
    <DataTable
      caption={t('risk.pilot.covers')}
      rows={covers}
      rowKey={cover => cover.id}
      columns={[
        { key: 'insurer', head: t('risk.pilot.insurer'), header: true, cell: cover => cover.insurer },
        {
          key: 'number',
          head: t('risk.pilot.policyNumber'),
          label: t('risk.pilot.policyNumber'),
          cell: cover => cover.policyNumber,
        },
        {
          key: 'days',
          head: t('risk.pilot.days'),
          label: t('risk.pilot.days'),
          cell: cover =>
            t('risk.pilot.fromTo', { from: t.date(cover.validFrom), to: t.date(cover.validUntil) }),
        },
      ]}
    />
  )
}

function saidBy(t: ReturnType<typeof useT>, answer: Answer): string {
  if (!answer) return t('risk.answer.none')
  const note = answer.note ? ` · ${answer.note}` : ''
  return `${t(`risk.answer.${answer.answer}`)}${note} · ${t.date(answer.at)}`
}

function Both({ row }: { row: SafetyView['items'][number] }) {
  const t = useT()
  return (
    <p className="risk__answers">
      {(['demand', 'supply'] as const).map(side => (
        <span key={side}>
          {t('risk.pilot.by', { side: t(`pilot.side.${side}`), answer: saidBy(t, row[side]) })}
        </span>
      ))}
    </p>
  )
}

/** For the bureau, and once the run is over: read only. */
function Given({ view }: { view: SafetyView }) {
  return (
    <RiskList
      items={view.items.map(({ item }) => item)}
      below={({ id }) => {
        const row = view.items.find(each => each.item.id === id)
        return row && <Both row={row} />
      }}
    />
  )
}

type Fields = { space: string; safeguards: { item: string; answer: string; note: string }[] }

function Answers({ view, answer }: { view: SafetyView; answer: Sent | undefined }) {
  const t = useT()
  const { items, side, space } = view
  const [form, fields] = useForm<Fields>({
    id: 'safeguards',
    lastResult: answer?.submission,
    defaultValue: {
      space: space ?? '',
      safeguards: items.map(row => {
        const own = side && row[side]
        return { item: row.item.id, answer: own?.answer ?? 'open', note: own?.note ?? '' }
      }),
    },
  })
  const rows = fields.safeguards.getFieldList()
  return (
    <form method="post" action={paths.pilotSafety(view.id)} id={form.id} noValidate>
      <ErrorSummary form={form} labels={{}} />
      <FormKey value={view.formKey} />
      <input type="hidden" name="rev" value={view.rev} />
      <Section title={t('risk.ask.space')} note={t('risk.pilot.spaceNote')}>
        <Select
          field={fields.space}
          label={t('risk.ask.space')}
          empty={space === null ? t('common.form.choose') : undefined}
          options={pilotSpaceIds.map(value => ({ value, label: t.pick(pilotSpaces[value]) }))}
        />
      </Section>
      <RiskList
        items={items.map(({ item }) => item)}
        below={({ id, text, title }) => {
          const index = items.findIndex(each => each.item.id === id)
          const [row, field] = [items[index], rows[index]?.getFieldset()]
          if (!row || !field) return null
          return (
            <>
              <Both row={row} />
              <input type="hidden" name={field.item.name} value={id} />
              <div className="risk__own">
                <RadioGroup
                  row
                  field={field.answer}
                  label={<span className="vh">{t('risk.pilot.answerTo', { item: title ?? text })}</span>}
                  options={safeguardAnswers.map(value => ({ value, label: t(`risk.answer.${value}`) }))}
                />
                <Field optional field={field.note} label={t('risk.pilot.note')} />
              </div>
            </>
          )
        }}
      />
      <Actions>
        <SubmitButton>{t('risk.pilot.save')}</SubmitButton>
      </Actions>
    </form>
  )
}

/** 登记保险. */
export function InsuranceFields({ formKey, answer }: { formKey: string; answer: Sent | undefined }) {
  const t = useT()
  const [form, fields] = useForm<{
    insurer: string
    policyNumber: string
    validFrom: string
    validUntil: string
  }>({ id: 'insurance', lastResult: answer?.submission })
  const labels = {
    insurer: t('risk.pilot.insurer'),
    policyNumber: t('risk.pilot.policyNumber'),
    validFrom: t('risk.pilot.validFrom'),
    validUntil: t('risk.pilot.validUntil'),
  }
  return (
    <form method="post" id={form.id} noValidate className="form">
      <ErrorSummary form={form} labels={labels} />
      <FormKey value={formKey} />
      <div className="form__cols">
        <Field field={fields.insurer} label={labels.insurer} />
        <Field field={fields.policyNumber} label={labels.policyNumber} />
        <Field field={fields.validFrom} kind="date" label={labels.validFrom} />
        <Field
          field={fields.validUntil}
          kind="date"
          label={labels.validUntil}
          hint={t('risk.pilot.untilHint')}
        />
      </div>
      <Actions>
        <SubmitButton>{t('risk.pilot.insure')}</SubmitButton>
      </Actions>
    </form>
  )
}
