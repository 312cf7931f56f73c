import { type SubmissionResult, useForm } from '@conform-to/react'
import type { ReactNode } from 'react'
import { pilotSpaceIds, pilotSpaces } from '#domain/risk/risk-item.ts'
import { Check, RadioGroup } from '../form/choice.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Field, NumberField, TextArea } from '../form/field.tsx'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, type ButtonLook } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { PilotMetric } from './pilot-metrics.tsx'

interface PilotFormProps {
  rev: number
  formKey: string
  lastResult?: SubmissionResult | null
}

/** 部署: serial numbers, one a line, as on the nameplates. */
export function DeploymentForm({ rev, formKey, lastResult }: PilotFormProps) {
  const t = useT()
  const [form, fields] = useForm<{ serials: string; space: string }>({
    id: 'deployment',
    lastResult: lastResult ?? undefined,
  })
  return (
    <PilotForm
      form={form}
      rev={rev}
      formKey={formKey}
      submit={t('pilot.act.deploy')}
      labels={{ serials: t('pilot.serials'), space: t('risk.ask.space') }}
    >
      <RadioGroup
        field={fields.space}
        label={t('risk.ask.space')}
        options={pilotSpaceIds.map(value => ({ value, label: t.pick(pilotSpaces[value]) }))}
      />
      <TextArea field={fields.serials} label={t('pilot.serials')} hint={t('pilot.serialsHint')} rows={6} />
    </PilotForm>
  )
}

type ReportFields = {
  report: {
    periodStart: string
    periodEnd: string
    scheduledHours: string
    availableHours: string
    tasks: string
    interventions: string
    note: string
  }
}

/** 运行记录 of one period. */
export function ReportForm({ rev, formKey, lastResult }: PilotFormProps) {
  const t = useT()
  const [form, fields] = useForm<ReportFields>({ id: 'report', lastResult: lastResult ?? undefined })
  const report = fields.report.getFieldset()
  return (
    <PilotForm form={form} rev={rev} formKey={formKey} submit={t('pilot.act.report')}>
      <div className="form__cols">
        <Field field={report.periodStart} kind="date" label={t('pilot.periodStart')} />
        <Field field={report.periodEnd} kind="date" label={t('pilot.periodEnd')} />
        <NumberField
          field={report.scheduledHours}
          label={t('pilot.scheduledHours')}
          unit="h"
          hint={t('pilot.scheduledHint')}
        />
        <NumberField
          field={report.availableHours}
          label={t('pilot.availableHours')}
          unit="h"
          hint={t('pilot.availableHint')}
        />
        <NumberField field={report.tasks} label={t('pilot.tasks')} />
        <NumberField
          field={report.interventions}
          label={t('pilot.interventions')}
          hint={t('pilot.interventionsHint')}
        />
      </div>
      <TextArea field={report.note} label={t('pilot.note')} hint={t('pilot.noteHint')} />
    </PilotForm>
  )
}

type MeasurementFields = {
  measurements: { position: string; measured: string; sample: string }[]
}

/** 申请验收: a measured value for each metric; a metric left blank stays 待确认. */
export function AcceptanceForm({
  metrics,
  rev,
  formKey,
  lastResult,
}: PilotFormProps & { metrics: readonly PilotMetric[] }) {
  const t = useT()
  const [form, fields] = useForm<MeasurementFields>({
    id: 'acceptance',
    lastResult: lastResult ?? undefined,
    defaultValue: {
      measurements: metrics.map(({ position, measured, sample }) => ({
        position: String(position),
        measured: measured === null ? '' : String(measured),
        sample: sample ?? '',
      })),
    },
  })
  const sign = { atLeast: '≥', atMost: '≤' } as const
  return (
    <PilotForm form={form} rev={rev} formKey={formKey} submit={t('pilot.act.requestAcceptance')}>
      {fields.measurements.getFieldList().map((item, index) => {
        const metric = metrics[index]
        const row = item.getFieldset()
        if (!metric) return null
        return (
          <fieldset key={metric.position} className="metricrow">
            <legend>{metric.name}</legend>
            <p className="t13 ink3">
              {t('pilot.targetOf', {
                target: `${sign[metric.direction]} ${t.number(metric.target)} ${metric.unit}`,
                method: metric.method,
              })}
            </p>
            <input type="hidden" name={row.position.name} value={metric.position} />
            <div className="form__cols">
              <NumberField field={row.measured} label={t('pilot.measured')} unit={metric.unit} />
              <Field field={row.sample} label={t('pilot.sample')} hint={t('pilot.sampleHint')} />
            </div>
          </fieldset>
        )
      })}
    </PilotForm>
  )
}

type SignatureFields = {
  opinion: string
  affirmed: string
  waivers: { position: string; reason: string }[]
}

/** 验收签字 of one side; the demand side may waive a metric that was not met, by name and with its reason. */
export function SignatureForm({
  unmet,
  mayWaive,
  rev,
  formKey,
  lastResult,
}: PilotFormProps & { unmet: readonly PilotMetric[]; mayWaive: boolean }) {
  const t = useT()
  const [form, fields] = useForm<SignatureFields>({
    id: 'signature',
    lastResult: lastResult ?? undefined,
    defaultValue: { waivers: unmet.map(({ position }) => ({ position: String(position), reason: '' })) },
  })
  return (
    <PilotForm
      form={form}
      rev={rev}
      formKey={formKey}
      submit={t('pilot.act.sign')}
      labels={{ opinion: t('pilot.opinion') }}
    >
      <TextArea field={fields.opinion} label={t('pilot.opinion')} hint={t('pilot.opinionHint')} />
      {mayWaive &&
        fields.waivers.getFieldList().map((item, index) => {
          const metric = unmet[index]
          const row = item.getFieldset()
          if (!metric) return null
          return (
            <div key={metric.position}>
              <input type="hidden" name={row.position.name} value={metric.position} />
              <TextArea
                field={row.reason}
                label={t('pilot.waiverOf', { metric: metric.name })}
                hint={t('pilot.waiverHint')}
                rows={2}
              />
            </div>
          )
        })}
      <Check field={fields.affirmed} label={t('pilot.signStatement')} />
    </PilotForm>
  )
}

/** 整改, 不通过 or 终止: a "no" always carries its reason. */
export function ReturnForm({
  deeds,
  rev,
  formKey,
  lastResult,
}: PilotFormProps & { deeds: readonly ('sendBack' | 'fail' | 'terminate')[] }) {
  const t = useT()
  const [form, fields] = useForm<{ deed: string; reason: string }>({
    id: 'return',
    lastResult: lastResult ?? undefined,
  })
  return (
    <PilotForm
      form={form}
      rev={rev}
      formKey={formKey}
      submit={t('pilot.act.confirmReturn')}
      look="refuse"
      labels={{ reason: t('pilot.reason') }}
    >
      <RadioGroup
        field={fields.deed}
        label={t('pilot.answer')}
        options={deeds.map(deed => ({
          value: deed,
          label: t(`pilot.act.${deed}`),
          hint: t(`pilot.hint.${deed}`),
        }))}
      />
      <TextArea field={fields.reason} label={t('pilot.reason')} hint={t('pilot.reasonHint')} />
    </PilotForm>
  )
}

interface FrameProps {
  form: { id: string; errors?: string[] | undefined; allErrors: Record<string, string[]> }
  rev: number
  formKey: string
  submit: string
  look?: ButtonLook
  labels?: Record<string, string>
  children: ReactNode
}

function PilotForm({ form, rev, formKey, submit, look, labels, children }: FrameProps) {
  return (
    <form method="post" id={form.id} noValidate className="form">
      <ErrorSummary form={form} labels={labels} />
      <FormKey value={formKey} />
      <input type="hidden" name="rev" value={rev} />
      {children}
      <Actions>
        <SubmitButton look={look}>{submit}</SubmitButton>
      </Actions>
    </form>
  )
}
