import { searchableDeeds } from '#domain/audit/deeds.ts'
import { paths } from '#paths'
import { Button, ButtonLink } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'
import { deedWords } from './content-words.ts'
import type { AuditPageView } from './view.ts'

/** A GET form: a search has an address, and works without JavaScript. */
export function AuditSearch({ query, kinds }: Pick<AuditPageView, 'query' | 'kinds'>) {
  const t = useT()
  const asked = Object.values(query).some(Boolean)
  const texts = ['organization', 'person', 'object'] as const
  const days = ['from', 'to'] as const
  return (
    <form
      className="filters audit__search"
      method="get"
      action={paths.audit()}
      aria-label={t('audit.search')}
    >
      {texts.map(name => (
        <label className="filters__one audit__text" key={name}>
          <span>{t(`audit.${name}`)}</span>
          <input
            className="input"
            name={name}
            type="search"
            maxLength={120}
            autoComplete="off"
            key={query[name]}
            defaultValue={query[name]}
            placeholder={t(`audit.${name}Hint`)}
          />
        </label>
      ))}
      <label className="filters__one">
        <span>{t('audit.kind')}</span>
        <select className="select" name="kind" key={query.kind} defaultValue={query.kind ?? ''}>
          <option value="">{t('audit.allKinds')}</option>
          {kinds.map(kind => (
            <option key={kind} value={kind}>
              {t(`audit.noun.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="filters__one">
        <span>{t('audit.deedLabel')}</span>
        <select className="select" name="deed" key={query.deed} defaultValue={query.deed ?? ''}>
          <option value="">{t('audit.anyDeed')}</option>
          {searchableDeeds.map(deed => (
            <option key={deed} value={deed}>
              {deedWords(t, '', deed)}
            </option>
          ))}
        </select>
      </label>
      {days.map(name => (
        <label className="filters__one" key={name}>
          <span>{t(`audit.${name}`)}</span>
          <input className="input" name={name} type="date" key={query[name]} defaultValue={query[name]} />
        </label>
      ))}
      <Button type="submit" look="line" size="sm">
        {t('audit.find')}
      </Button>
      {asked && (
        <ButtonLink look="quiet" size="sm" href={paths.audit()}>
          {t('audit.clear')}
        </ButtonLink>
      )}
    </form>
  )
}
