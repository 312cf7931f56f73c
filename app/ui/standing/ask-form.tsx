import { paths } from '#paths'
import { CheckGroup, Select } from '../form/choice.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Field, NumberField } from '../form/field.tsx'
import type { FieldMeta } from '../form/field-meta.ts'
import { flatForm } from '../form/flat-form.ts'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { Reveal } from '../primitives/reveal.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { AskField, AskView, SpokenStanding } from './view.ts'

/** 试一试: a GET form, so that an answer has an address and nothing is kept. Blank is "as it is". */
export function AskForm({ ask, product }: { ask: AskView; product: SpokenStanding['product'] }) {
  const t = useT()
  const { first, more, typed, errors, most } = ask
  const labels = {
    ...Object.fromEntries([...first, ...more].map(({ name, label }) => [name, label])),
    price: t('standing.ask.price'),
    regions: t('standing.ask.regions'),
    maturity: t('standing.ask.maturity'),
  }
  const [form, fields] = flatForm(Object.keys(labels), {
    id: 'ask',
    lastResult: errors,
    defaultValue: typed,
  })
  const control = (each: AskField) => {
    const field = fields[each.name]
    return field && <AskControl key={each.name} ask={each} field={field} />
  }
  const touched = more.some(({ name }) => fields[name]?.initialValue !== undefined || fields[name]?.errors)
  const { price, regions, maturity } = fields
  return (
    <form method="get" action={`${paths.productStanding(product.id)}#what-if`} id={form.id} noValidate>
      <ErrorSummary form={form} labels={labels} title={t('standing.ask.wrong')} />
      <p className="t14 ink2 ask__law">{t('standing.ask.law')}</p>
      <div className="ask">{first.map(control)}</div>
      {more.length > 0 && (
        <Reveal summary={t('standing.ask.more', { n: more.length })} open={touched}>
          <div className="ask">{more.map(control)}</div>
        </Reveal>
      )}
      <fieldset className="ask__terms">
        <legend>{t('standing.ask.terms')}</legend>
        <div className="ask">
          {price && <NumberField field={price} label={labels.price} unit={t('standing.ask.priceUnit')} />}
          {regions && (
            <Field field={regions} label={labels.regions} hint={t('standing.ask.regionsExample')} />
          )}
          {maturity && (
            <Select
              field={maturity}
              label={labels.maturity}
              empty={t('standing.ask.keep')}
              options={ask.maturities}
            />
          )}
        </div>
      </fieldset>
      <p className="t13 ink3 ask__limit">{t('standing.ask.limit', { n: most })}</p>
      <Actions>
        <SubmitButton>{t('standing.ask.go')}</SubmitButton>
        <ButtonLink look="quiet" href={paths.productStanding(product.id)}>
          {t('standing.ask.clear')}
        </ButtonLink>
      </Actions>
    </form>
  )
}

function AskControl({ ask, field }: { ask: AskField; field: FieldMeta }) {
  const t = useT()
  const { kind, unit, options, ...rest } = ask
  const labelled = { field, label: rest.label, hint: rest.hint }
  if (kind === 'number') return <NumberField {...labelled} unit={unit} />
  if (kind === 'set') return <CheckGroup row {...labelled} options={options} />
  if (kind === 'text') return <Field {...labelled} placeholder={t('standing.ask.range')} />
  const yesNo = [
    { value: 'true', label: t('standing.ask.can') },
    { value: 'false', label: t('standing.ask.cannot') },
  ]
  return <Select {...labelled} empty={t('standing.ask.keep')} options={kind === 'yesNo' ? yesNo : options} />
}
