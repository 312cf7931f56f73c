import type { ReactNode } from 'react'
import { type TaskId, taskIds, tasks } from '#domain/ontology/tasks.ts'
import { type DomainId, domainIds, domains } from '#domain/vocabulary.ts'
import { useT } from '../shell/dictionary.tsx'
import { controlProps, type FieldMeta, initiallyChosen } from './field-meta.ts'
import { FieldGroup } from './field-shell.tsx'

const ofDomain = (domain: DomainId): TaskId[] => taskIds.filter(id => tasks[id].domain === domain)

/** 作业, folded by domain: the chosen domains' tasks and whatever is ticked are in sight. */
export function TaskField({
  field,
  label,
  hint,
  chosen,
}: {
  field: FieldMeta
  label: ReactNode
  hint?: ReactNode
  chosen: readonly string[]
}) {
  const t = useT()
  const { id, ...rest } = controlProps(field, false)
  return (
    <FieldGroup field={field} label={label} hint={hint}>
      <div className="taskgroups">
        {domainIds.map(domain => {
          const own = ofDomain(domain)
          const open = chosen.includes(domain) || own.some(task => initiallyChosen(field, task))
          return (
            <details key={domain} open={open}>
              <summary>
                {t('scenario.form.tasksOf', { domain: t.pick(domains[domain]), n: own.length })}
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
