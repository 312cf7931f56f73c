import { useState } from 'react'
import { districtCodes, districts, domainIds, domains } from '#domain/vocabulary.ts'
import { Select } from '../form/choice.tsx'
import { Field } from '../form/field.tsx'
import { controlProps, initialText } from '../form/field-meta.ts'
import { FieldShell } from '../form/field-shell.tsx'
import { TaskField } from '../form/task-field.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { StepProps } from './step-props.ts'
import { fieldOf, textOf } from './values.ts'

/** 做什么: where, which kind of work, and a template to begin with. */
export function TaskStep({ form, guide }: StepProps) {
  const t = useT()
  const [domain, setDomain] = useState(textOf(form.values.domain))
  const field = (name: string) => fieldOf(form, name)
  return (
    <div className="form">
      <Field field={field('title')} label={t('scenario.form.title')} hint={t('scenario.form.titleHint')} />
      <div className="form__cols" onChange={event => setDomain(domainIn(event.target) ?? domain)}>
        <Select
          field={field('domain')}
          label={t('scenario.form.domain')}
          empty={t('common.form.choose')}
          options={domainIds.map(id => ({ value: id, label: t.pick(domains[id]) }))}
        />
        <Select
          field={field('district')}
          label={t('scenario.form.district')}
          empty={t('common.form.choose')}
          options={districtCodes.map(code => ({ value: code, label: t.pick(districts[code]) }))}
        />
      </div>
      <TaskField
        field={field('tasks')}
        label={t('scenario.form.tasks')}
        hint={t('scenario.form.tasksHint')}
        chosen={domain === '' ? [] : [domain]}
      />
      <FieldShell
        field={field('template')}
        label={t('wizard.template.label')}
        hint={t('wizard.template.hint')}
        optional
      >
        <select
          className="select"
          defaultValue={initialText(field('template')) ?? ''}
          {...controlProps(field('template'), true)}
        >
          <option value="">{t('wizard.template.none')}</option>
          {domainIds.map(id => {
            const own = guide.templates.filter(each => each.domain === id)
            if (own.length === 0) return null
            return (
              <optgroup key={id} label={t.pick(domains[id])}>
                {own.map(each => (
                  <option key={each.id} value={each.id}>
                    {t.pick(each.label)}
                  </option>
                ))}
              </optgroup>
            )
          })}
        </select>
      </FieldShell>
    </div>
  )
}

function domainIn(target: EventTarget): string | null {
  return target instanceof HTMLSelectElement && target.name === 'domain' ? target.value : null
}
