import { DeedForm } from '../form/deed-form.tsx'
import { Actions } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'

export interface RunProgressProps {
  id: string
  title: string
  /** How far it is, in words. */
  said: string
  done: number
  of: number
  /** What can be done while it goes on: to look again, and to stop it where the reader may. */
  running: { again: string; stop: string | null; formKey: string } | null
}

/** How far the rows of an import have come that the worker takes one after another. */
export function RunProgress({ id, title, said, done, of, running }: RunProgressProps) {
  const t = useT()
  return (
    <Section title={title}>
      <p aria-live="polite">{said}</p>
      <progress className="importbar" max={Math.max(1, of)} value={done} aria-label={title} />
      {running && (
        <Actions>
          <a className="btn btn--line btn--sm" href={running.again}>
            {t('imports.reload')}
          </a>
          {running.stop !== null && (
            <DeedForm action={running.stop} id={id} formKey={running.formKey} look="refuse" size="sm">
              {t('imports.cancel')}
            </DeedForm>
          )}
        </Actions>
      )}
    </Section>
  )
}

/** Which rows are taken; `chosen` goes with ticks in the list below. */
export function WhichRows({
  legend,
  options,
}: {
  legend: string
  options: readonly { value: string; label: string; checked: boolean; disabled?: boolean }[]
}) {
  return (
    <fieldset className="field mt4">
      <legend>{legend}</legend>
      {options.map(({ value, label, checked, disabled }) => (
        <label key={value} className="check" htmlFor={`which-${value}`}>
          <input
            type="radio"
            id={`which-${value}`}
            name="which"
            value={value}
            defaultChecked={checked}
            disabled={disabled}
          />
          <span className={disabled ? 'ink3' : undefined}>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** A line of the list by its number in the file, with its tick where it may be taken. */
export function RowNumber({ line, tick }: { line: number; tick: string | null }) {
  return (
    <span className="importrows__line">
      {tick !== null && (
        <input className="tick" type="checkbox" name="lines" value={line} aria-label={tick} />
      )}
      <span className="num ink3">{line}</span>
    </span>
  )
}
