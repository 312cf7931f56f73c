import { type ComponentType, useEffect, useRef, useState } from 'react'
import { loadWords } from '#i18n/load-words.ts'
import { Icon } from '../primitives/icon.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'

export interface SearchBoxProps {
  action: string
  /** What to look among, for the reader to choose; sent as `index`. */
  scopes?: readonly { value: string; label: string }[]
  scope?: string
  query?: string
  /** Names the field for screen readers. */
  label: string
  placeholder?: string
  /** Searches worth trying, with a last word of advice. */
  tries?: readonly { label: string; href: string }[]
  advice?: string
}

type Suggestions = ComponentType<{ field: HTMLInputElement }>

/** The search of the whole site, a GET form. Suggestions come once somebody turns to it. */
export function SearchBox({
  action,
  scopes = [],
  scope,
  query,
  label,
  placeholder,
  tries = [],
  advice,
}: SearchBoxProps) {
  const t = useT()
  const field = useRef<HTMLInputElement>(null)
  const [Suggestions, setSuggestions] = useState<Suggestions | null>(null)
  const chosen = scope ?? scopes[0]?.value
  const load = () => {
    if (Suggestions === null) fetchSuggestions(t.locale).then(found => setSuggestions(() => found), ignore)
  }
  // Whoever was quicker than the script is in the field already.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once
  useEffect(() => {
    if (document.activeElement === field.current) load()
  }, [])
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: <search> is not yet known everywhere */}
      <form
        className={scopes.length > 0 ? 'search' : 'search search--plain'}
        role="search"
        method="get"
        action={action}
      >
        {scopes.length > 0 ? (
          <fieldset className="seg" aria-label={t('common.searchBox.label')}>
            {scopes.map(each => (
              <label key={each.value}>
                <input type="radio" name="index" value={each.value} defaultChecked={each.value === chosen} />
                {each.label}
              </label>
            ))}
          </fieldset>
        ) : (
          scope && <input type="hidden" name="index" value={scope} />
        )}
        <input
          ref={field}
          type="search"
          name="q"
          aria-label={label}
          placeholder={placeholder}
          defaultValue={query}
          maxLength={200}
          onFocus={load}
        />
        <button className="btn" type="submit">
          <Icon name="search" />
          <span>{t('common.searchBox.go')}</span>
        </button>
        {Suggestions && field.current && <Suggestions field={field.current} />}
      </form>
      {tries.length > 0 && (
        <p className="tries">
          <span>{t('common.searchBox.try')}</span>
          {tries.map(each => (
            <Link key={each.href} href={each.href}>
              {each.label}
            </Link>
          ))}
          {advice && <span>{advice}</span>}
        </p>
      )}
    </>
  )
}

/** Without them the field is what it was: a field. */
const ignore = () => {}

async function fetchSuggestions(locale: 'zh' | 'en'): Promise<Suggestions> {
  const [module] = await Promise.all([
    import('../search/suggestions.tsx'),
    loadWords(locale, ['search-suggestions']),
  ])
  return module.Suggestions
}
