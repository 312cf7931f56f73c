import { Icon } from '../primitives/icon.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'

export interface SearchBoxProps {
  action: string
  /** What to look among; sent as `index`. */
  scopes: readonly { value: string; label: string }[]
  scope?: string
  query?: string
  /** Names the field for screen readers. */
  label: string
  placeholder?: string
  /** Searches worth trying, with a last word of advice. */
  tries?: readonly { label: string; href: string }[]
  advice?: string
}

/** The search of the whole site, a GET form. */
export function SearchBox({
  action,
  scopes,
  scope,
  query,
  label,
  placeholder,
  tries = [],
  advice,
}: SearchBoxProps) {
  const t = useT()
  const chosen = scope ?? scopes[0]?.value
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: <search> is not yet known everywhere */}
      <form className="search" role="search" method="get" action={action}>
        <fieldset className="seg" aria-label={t('common.searchBox.label')}>
          {scopes.map(each => (
            <label key={each.value}>
              <input type="radio" name="index" value={each.value} defaultChecked={each.value === chosen} />
              {each.label}
            </label>
          ))}
        </fieldset>
        <input
          type="search"
          name="q"
          aria-label={label}
          placeholder={placeholder}
          defaultValue={query}
          maxLength={200}
        />
        <button className="btn" type="submit">
          <Icon name="search" />
          <span>{t('common.searchBox.go')}</span>
        </button>
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
