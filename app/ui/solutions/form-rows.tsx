import type { Localized } from '#domain/shared/localized.ts'
import { deployments, residencies, softwareKinds } from '#domain/solutions/solution.ts'
import { Select } from '../form/choice.tsx'
import { Field, NumberField } from '../form/field.tsx'
import { ListField } from '../form/list-field.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { FormFields } from './form-values.ts'
import { listText } from './words.ts'

/** 列入的产品: by number, one's own and others'. */
export function PartRows({
  field,
  own,
}: {
  field: FormFields['parts']
  own: readonly { number: string; name: string }[]
}) {
  const t = useT()
  const list = listText(
    t,
    own.map(({ number, name }) => `${number} ${name}`),
  )
  return (
    <ListField
      field={field}
      label={t('solution.form.parts')}
      hint={own.length > 0 ? t('solution.form.ownProducts', { list }) : undefined}
      add={t('solution.form.addPart')}
      min={1}
      max={12}
    >
      {item => {
        const row = item.getFieldset()
        return (
          <>
            <Field
              field={row.number}
              label={t('solution.form.number')}
              hint={t('solution.form.numberHint')}
              autoComplete="off"
            />
            <NumberField field={row.quantity} label={t('solution.form.quantity')} />
            <Field field={row.role} label={t('solution.form.role')} />
          </>
        )
      }}
    </ListField>
  )
}

/** 软件与接口, row by row. */
export function SoftwareRows({ field }: { field: FormFields['software'] }) {
  const t = useT()
  const options = (words: Record<string, Localized>) =>
    Object.entries(words).map(([value, label]) => ({ value, label: t.pick(label) }))
  return (
    <ListField
      field={field}
      label={t('solution.form.softwareRows')}
      add={t('solution.form.addSoftware')}
      min={1}
      max={12}
    >
      {item => {
        const row = item.getFieldset()
        return (
          <>
            <Select
              field={row.kind}
              label={t('solution.form.kind')}
              empty={t('solution.form.choose')}
              options={options(softwareKinds)}
            />
            <Field field={row.name} label={t('solution.form.softwareName')} />
            <Field field={row.provider} label={t('solution.form.provider')} optional />
            <Field
              field={row.interfaces}
              label={t('solution.form.interfaces')}
              hint={t('solution.form.interfacesHint')}
              optional
            />
            <Select
              field={row.deployment}
              label={t('solution.form.deployment')}
              empty={t('solution.form.undisclosed')}
              options={options(deployments)}
              optional
            />
            <Select
              field={row.residency}
              label={t('solution.form.residency')}
              empty={t('solution.form.undisclosed')}
              options={options(residencies)}
              optional
            />
          </>
        )
      }}
    </ListField>
  )
}
