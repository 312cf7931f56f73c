import {
  type DistrictCode,
  type DomainId,
  districtCodes,
  districts,
  domainIds,
  domains,
} from '#domain/vocabulary.ts'
import { paths } from '#paths'
import { Button, ButtonLink } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'

export interface ScenarioFilterView {
  query: { domain?: DomainId; district?: DistrictCode; kind?: 'open' | 'report' }
  facets: Record<'domain' | 'district' | 'kind', { value: string; count: number }[]>
}

/** A GET form, so that a filtered list has an address and works without JavaScript. */
export function ScenarioFilters({ query, facets }: ScenarioFilterView) {
  const t = useT()
  const filtered = Object.values(query).some(Boolean)
  const counts = (name: 'domain' | 'district' | 'kind') =>
    new Map(facets[name].map(({ value, count }) => [value, count]))
  return (
    <form className="filters" method="get" action={paths.scenarios()} aria-label={t('scenario.list.filters')}>
      <Choice
        name="domain"
        label={t('scenario.list.domain')}
        chosen={query.domain}
        options={domainIds.map(id => [id, t.pick(domains[id])] as const)}
        counts={counts('domain')}
      />
      <Choice
        name="district"
        label={t('scenario.list.district')}
        chosen={query.district}
        options={districtCodes.map(code => [code, t.pick(districts[code])] as const)}
        counts={counts('district')}
      />
      <Choice
        name="kind"
        label={t('scenario.list.kind')}
        chosen={query.kind}
        options={(['open', 'report'] as const).map(kind => [kind, t(`scenario.list.${kind}`)] as const)}
        counts={counts('kind')}
      />
      <Button type="submit" look="line" size="sm">
        {t('scenario.list.apply')}
      </Button>
      {filtered && (
        <ButtonLink look="quiet" size="sm" href={paths.scenarios()}>
          {t('scenario.list.clear')}
        </ButtonLink>
      )}
    </form>
  )
}

interface ChoiceProps {
  name: string
  label: string
  chosen: string | undefined
  options: readonly (readonly [value: string, label: string])[]
  counts: ReadonlyMap<string, number>
}

/** Each option says how many it would show; options that would show none are left out unless chosen. */
function Choice({ name, label, chosen, options, counts }: ChoiceProps) {
  const t = useT()
  const shown = options.filter(([value]) => counts.has(value) || value === chosen)
  return (
    <label className="filters__one">
      <span>{label}</span>
      <select className="select" name={name} defaultValue={chosen ?? ''} key={chosen ?? ''}>
        <option value="">{t('common.all')}</option>
        {shown.map(([value, text]) => (
          <option key={value} value={value}>
            {text} ({counts.get(value) ?? 0})
          </option>
        ))}
      </select>
    </label>
  )
}
