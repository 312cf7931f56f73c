import './sites.css'
import { parse, type SubmissionResult, useForm } from '@conform-to/react'
import type { ReactNode } from 'react'
import { units } from '#domain/ontology/units.ts'
import { type SiteFactId, siteFactIds, siteFactOf } from '#domain/sites/facts.ts'
import { siteFieldLabels } from '#domain/sites/lines.ts'
import { liftInterfaceIds, liftInterfaces } from '#domain/sites/lists.ts'
import type { SiteProfile } from '#domain/sites/site.ts'
import { districtCodes, districts } from '#domain/vocabulary.ts'
import { paths } from '#paths'
import { Select } from '../form/choice.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Field, NumberField, TextArea } from '../form/field.tsx'
import { FormKey } from '../form/form-key.tsx'
import { type RefusalView, StaleNote } from '../form/stale-note.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import { FactField } from './fact-field.tsx'
import { formValues, type SiteFields } from './form-values.ts'
import { listLabelOf, SiteLists } from './list-rows.tsx'

export interface SiteSheetView {
  formKey: string
  draft: { id: string; rev: number; content: SiteProfile } | null
}

/** What reached the browser's side of the form: text under names, judged by nobody yet. */
type Typed = Record<string, unknown>
type FormFields = ReturnType<typeof useForm<SiteFields, Typed>>[1]

const way: readonly SiteFactId[] = [
  ...(['passageWidthMm', 'heightMm', 'aisleWidthMm', 'slopeDeg', 'thresholdMm', 'gapMm'] as const),
  ...(['automaticDoor', 'stairs', 'outdoor'] as const),
]
const around: readonly SiteFactId[] = siteFactIds.filter(id => !way.includes(id) && id !== 'elevator')

/** 现场档案 form: only the name is asked for, everything else may stay unknown. */
export function SiteForm({
  sheet,
  answer,
}: {
  sheet: SiteSheetView
  answer: { submission: SubmissionResult; refusal: RefusalView | null } | undefined
}) {
  const t = useT()
  const { draft, formKey } = sheet
  const [form, fields] = useForm<SiteFields, Typed>({
    id: 'site',
    lastResult: answer?.submission,
    defaultValue: formValues(draft?.content),
    // The server judges what is written.
    onValidate: ({ formData }) => parse<Typed, string[]>(formData, { resolve: value => ({ value }) }),
    shouldRevalidate: 'onSubmit',
  })
  const stale = answer?.refusal?.code === 'conflict' ? answer.refusal : null
  const labels = Object.fromEntries(Object.keys(form.allErrors).map(name => [name, labelOf(t, name)]))
  return (
    <form method="post" id={form.id} onSubmit={form.onSubmit} noValidate className="siteform">
      {stale && draft ? (
        <StaleNote title={t('site.changedTitle')} refusal={stale} href={paths.siteEdit(draft.id)} />
      ) : (
        <ErrorSummary form={form} labels={labels} />
      )}
      <FormKey value={formKey} />
      {draft && (
        <>
          <input type="hidden" name="id" value={draft.id} />
          <input type="hidden" name="rev" value={draft.rev} />
        </>
      )}
      <Place fields={fields} />
      <Facts name="way" ids={way} fields={fields}>
        <Field field={fields.floor} label={say(t, 'floor')} hint={t('site.field.floorHint')} />
      </Facts>
      <Lift fields={fields} />
      <Facts name="around" ids={around} fields={fields} />
      <SiteLists fields={fields} />
      <Work fields={fields} />
      <Actions>
        <SubmitButton>{t('site.save')}</SubmitButton>
        <ButtonLink look="quiet" href={draft ? paths.site(draft.id) : paths.sites()}>
          {t('site.back')}
        </ButtonLink>
      </Actions>
    </form>
  )
}

const say = (t: ReturnType<typeof useT>, key: keyof typeof siteFieldLabels) => t.pick(siteFieldLabels[key])

/** A field in words, by the name its control has: `floor`, `facts.slopeDeg`. */
function labelOf(t: ReturnType<typeof useT>, name: string): string {
  const listed = listLabelOf(t, name)
  if (listed !== null) return listed
  const [head = '', fact] = name.split('.')
  const id = siteFactIds.find(each => each === fact)
  if (head === 'facts' && id) return t.pick(siteFactOf(id).label)
  if (head === 'name' || head === 'district' || head === 'building') return t(`site.field.${head}`)
  return Object.hasOwn(siteFieldLabels, head) ? say(t, head as keyof typeof siteFieldLabels) : ''
}

function Place({ fields }: { fields: FormFields }) {
  const t = useT()
  return (
    <Section title={t('site.part.place')} note={t('site.partNote.place')}>
      <div className="form">
        <Field field={fields.name} label={t('site.field.name')} hint={t('site.field.nameHint')} />
        <div className="form__cols">
          <Select
            field={fields.district}
            label={t('site.field.district')}
            empty={t('site.field.unknown')}
            options={districtCodes.map(id => ({ value: id, label: t.pick(districts[id]) }))}
          />
          <Field field={fields.building} label={t('site.field.building')} />
        </div>
      </div>
    </Section>
  )
}

function Facts({
  name,
  ids,
  fields,
  children,
}: {
  name: 'way' | 'around'
  ids: readonly SiteFactId[]
  fields: FormFields
  children?: ReactNode
}) {
  const t = useT()
  const facts = fields.facts.getFieldset()
  return (
    <Section title={t(`site.part.${name}`)} note={t(`site.partNote.${name}`)}>
      <div className="form">
        <div className="form__cols">
          {ids.map(id => (
            <FactField key={id} id={id} field={facts[id]} />
          ))}
        </div>
        {children}
      </div>
    </Section>
  )
}

function Lift({ fields }: { fields: FormFields }) {
  const t = useT()
  const mm = t.pick(units.mm.label)
  const kg = t.pick(units.kg.label)
  return (
    <Section title={t('site.part.lift')} note={t('site.partNote.lift')}>
      <div className="form">
        <div className="form__cols">
          <FactField id="elevator" field={fields.facts.getFieldset().elevator} />
          <Select
            field={fields.liftInterface}
            label={say(t, 'liftInterface')}
            empty={t('site.field.unknown')}
            options={liftInterfaceIds.map(id => ({ value: id, label: t.pick(liftInterfaces[id]) }))}
          />
          <NumberField field={fields.liftDoorMm} label={say(t, 'liftDoorMm')} unit={mm} />
          <NumberField field={fields.liftDepthMm} label={say(t, 'liftDepthMm')} unit={mm} />
          <NumberField field={fields.liftLoadKg} label={say(t, 'liftLoadKg')} unit={kg} />
        </div>
      </div>
    </Section>
  )
}

function Work({ fields }: { fields: FormFields }) {
  const t = useT()
  return (
    <>
      <Section title={t('site.part.work')} note={t('site.partNote.work')}>
        <div className="form">
          <Field field={fields.shifts} label={say(t, 'shifts')} hint={t('site.field.shiftsHint')} />
          <Field field={fields.charging} label={say(t, 'charging')} hint={t('site.field.chargingHint')} />
          <Field field={fields.systems} label={say(t, 'systems')} hint={t('site.field.systemsHint')} />
          <TextArea field={fields.remarks} label={say(t, 'remarks')} rows={3} />
        </div>
      </Section>
      <Section title={t('site.part.measured')} note={t('site.partNote.measured')}>
        <div className="form">
          <div className="form__cols">
            <Field
              field={fields.measuredBy}
              label={say(t, 'measuredBy')}
              hint={t('site.field.measuredByHint')}
            />
            <Field kind="date" field={fields.measuredOn} label={say(t, 'measuredOn')} />
          </div>
        </div>
      </Section>
    </>
  )
}
