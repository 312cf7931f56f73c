import { useEffect, useId, useReducer } from 'react'
import { paths } from '#paths'
import { useT } from '../shell/dictionary.tsx'
import { useGo } from '../shell/link.tsx'
import { Marked } from './marked.tsx'
import { type Answer, useAnswer } from './use-answer.ts'

interface State {
  isOpen: boolean
  /** Place of the option that Enter would take; -1 for the typed words themselves. */
  active: number
}

const closed: State = { isOpen: false, active: -1 }

/**
 * Suggestions under a search field, after the combobox pattern of ARIA 1.2: the focus stays in the field, the arrows
 * move through the list, Enter takes, Escape closes. While an input method composes, keys and text are its own.
 */
export function Suggestions({ field }: { field: HTMLInputElement }) {
  const t = useT()
  const go = useGo()
  const id = useId()
  const answer = useAnswer(field)
  const [{ isOpen, active }, set] = useReducer(
    (state: State, next: Partial<State>) => ({ ...state, ...next }),
    closed,
  )
  const options = optionsOf(answer)
  const isShown = isOpen && options.length > 0
  const optionId = (place: number) => `${id}${place}`
  const take = (place: number) => {
    const option = options[place]
    set(closed)
    if (option) go(option.href ?? paths.search({ q: field.value.trim() }))
  }

  // A new answer has new options; where the reader stood in the old ones means nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever an answer comes
  useEffect(() => set({ active: -1, isOpen: document.activeElement === field }), [answer])

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
      const place = placeFrom(event.key, active, options.length)
      if (place !== null) set({ isOpen: true, active: place })
      else if (event.key === 'Enter' && isShown && active >= 0) take(active)
      else if (event.key === 'Escape' && isShown) set(closed)
      else return
      event.preventDefault()
    }
    const leave = () => set(closed)
    const come = () => set({ isOpen: true })
    field.addEventListener('keydown', press)
    field.addEventListener('blur', leave)
    field.addEventListener('click', come)
    return () => {
      field.removeEventListener('keydown', press)
      field.removeEventListener('blur', leave)
      field.removeEventListener('click', come)
    }
  })

  useEffect(() => {
    setAttributes(field, {
      role: 'combobox',
      autocomplete: 'off',
      'aria-autocomplete': 'list',
      'aria-controls': `${id}-list`,
      'aria-expanded': String(isShown),
      'aria-activedescendant': isShown && active >= 0 ? `${id}${active}` : null,
    })
    if (isShown && active >= 0)
      document.getElementById(`${id}${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [field, id, isShown, active])

  const optionLine = ({ place, title, total, more }: Option) => (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
    <div
      key={place}
      id={optionId(place)}
      role="option"
      aria-selected={place === active}
      onPointerDown={event => event.preventDefault()}
      onClick={() => take(place)}
    >
      {title ? <Marked segments={title} /> : t(more ? 'suggestion.many' : 'suggestion.all', { n: total })}
    </div>
  )
  return (
    <>
      <div
        className="suggest"
        id={`${id}-list`}
        role="listbox"
        aria-label={t('suggestion.label')}
        hidden={!isShown}
      >
        {grouped(options).map(({ kind, own }) =>
          kind === 'all' ? (
            own.map(optionLine)
          ) : (
            // biome-ignore lint/a11y/useSemanticElements: a list box has groups, not fieldsets
            <div
              key={kind}
              role="group"
              aria-label={t(`suggestion.kind.${kind}`)}
              data-label={t(`suggestion.kind.${kind}`)}
            >
              {own.map(optionLine)}
            </div>
          ),
        )}
      </div>
      <p className="vh" role="status">
        {isShown ? t('suggestion.count', { n: options.length }) : ''}
      </p>
    </>
  )
}

interface Option {
  place: number
  kind: Answer['items'][number]['kind'] | 'all'
  title?: Answer['items'][number]['title']
  href?: string
  total: number
  more?: boolean
}

/** Where a key leads in a list; the typed words (-1) lie before its first option and behind its last. */
function placeFrom(key: string, active: number, length: number): number | null {
  if (length === 0) return null
  if (key === 'ArrowDown') return active + 1 >= length ? -1 : active + 1
  if (key === 'ArrowUp') return active < 0 ? length - 1 : active - 1
  // In the text itself these belong to the caret.
  if (active < 0) return null
  return key === 'Home' ? 0 : key === 'End' ? length - 1 : null
}

/** What was found, and last all of it. */
function optionsOf(answer: Answer | null): Option[] {
  if (!answer || answer.items.length + answer.total === 0) return []
  const found = answer.items.map((item, place): Option => ({ ...item, place, total: 0 }))
  return [...found, { place: found.length, kind: 'all', total: answer.total, more: answer.more === true }]
}

function grouped(options: readonly Option[]): { kind: Option['kind']; own: Option[] }[] {
  const groups = new Map<Option['kind'], Option[]>()
  for (const option of options) groups.set(option.kind, [...(groups.get(option.kind) ?? []), option])
  return [...groups].map(([kind, own]) => ({ kind, own }))
}

function setAttributes(field: HTMLInputElement, attributes: Record<string, string | null>): void {
  for (const [name, value] of Object.entries(attributes))
    if (value === null) field.removeAttribute(name)
    else field.setAttribute(name, value)
}
