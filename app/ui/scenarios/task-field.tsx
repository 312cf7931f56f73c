import type { FieldMetadata } from '@conform-to/react'
import { type TaskId, taskIds, tasks } from '#domain/ontology/tasks.ts'
import { type DomainId, domainIds, domains } from '#domain/vocabulary.ts'
import { controlProps, initiallyChosen } from '../form/field-meta.ts'
import { FieldGroup } from '../form/field-shell.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { ScenarioFields } from './form-values.ts'

const ofDomain = (domain: DomainId): TaskId[] => taskIds.filter(id => tasks[id].domain === domain)

/** 作业, folded by domain: the chosen domain's tasks and whatever is ticked are in sight. */
export function TaskField({
  field,
  domain,
}: {
  field: FieldMetadata<string[], ScenarioFields>
  domain: string | undefined
}) {
  const t = useT()
  const { id, ...rest } = controlProps(field, false)
  return (
    <FieldGroup field={field} label={t('scenario.form.tasks')} hint={t('scenario.form.tasksHint')}>
      <div className="taskgroups">
        {domainIds.map(each => {
          const own = ofDomain(each)
          const open = each === domain || own.some(task => initiallyChosen(field, task))
          return (
            <details key={each} open={open}>
              <summary>
                {t('scenario.form.tasksOf', { domain: t.pick(domains[each]), n: own.length })}
              </summary>
              <div className="choices choices--row">
                {own.map(task => (
                  <label className="check" key={task} htmlFor={`${id}-${task}`}>
                    <input
                      {...rest}
                      id={`${id}-${task}`}
                      type="checkbox"
                      value={task}
                      defaultChecked={initiallyChosen(field, task)}
                    />
                    <span>{t.pick(tasks[task].label)}</span>
                  </label>
                ))}
              </div>
            </details>
          )
        })}
      </div>
    </FieldGroup>
  )
}
