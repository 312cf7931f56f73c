import { type RobotCategoryId, robotCategories, robotCategoryIds } from '#domain/ontology/tasks.ts'
import {
  type DomainId,
  domainIds,
  domains,
  type Maturity,
  maturities,
  maturityIds,
} from '#domain/vocabulary.ts'
import { paths } from '#paths'
import { Button, ButtonLink } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'

type Name = 'category' | 'domain' | 'maturity' | 'kind' | 'evidence'

export interface ProductFilterView {
  query: {
    category?: RobotCategoryId
    domain?: DomainId
    maturity?: Maturity
    kind?: 'platform' | 'report'
    evidence?: 'tested' | 'measured'
  }
  facets: Record<Name, { value: string; count: number }[]>
}

/** A GET form, so that a filtered list has an address and works without JavaScript. */
export function ProductFilters({ query, facets }: ProductFilterView) {
  const t = useT()
  const filtered = Object.values(query).some(Boolean)
  const options: Record<Name, (readonly [value: string, label: string])[]> = {
    category: robotCategoryIds.map(id => [id, t.pick(robotCategories[id].label)]),
    domain: domainIds.map(id => [id, t.pick(domains[id])]),
    maturity: maturityIds.map(id => [id, t.pick(maturities[id])]),
    kind: [
      ['platform', t('product.list.platform')],
      ['report', t('product.list.report')],
    ],
    evidence: [
      ['measured', t('product.list.measured')],
      ['tested', t('product.list.tested')],
    ],
  }
  const names: Name[] = ['category', 'domain', 'maturity', 'kind', 'evidence']
  return (
    <form className="filters" method="get" action={paths.products()} aria-label={t('product.list.filters')}>
      {names.map(name => (
        <Choice key={name} name={name} chosen={query[name]} options={options[name]} counts={facets[name]} />
      ))}
      <Button type="submit" look="line" size="sm">
        {t('product.list.apply')}
      </Button>
      {filtered && (
        <ButtonLink look="quiet" size="sm" href={paths.products()}>
          {t('product.list.clear')}
        </ButtonLink>
      )}
    </form>
  )
}

interface ChoiceProps {
  name: Name
  chosen: string | undefined
  options: readonly (readonly [value: string, label: string])[]
  counts: readonly { value: string; count: number }[]
}

/** Each option says how many it would show; options that would show none are left out unless chosen. */
function Choice({ name, chosen, options, counts }: ChoiceProps) {
  const t = useT()
  const known = new Map(counts.map(({ value, count }) => [value, count]))
  const shown = options.filter(([value]) => known.has(value) || value === chosen)
  return (
    <label className="filters__one">
      <span>{t(`product.list.${name}`)}</span>
      <select className="select" name={name} defaultValue={chosen ?? ''} key={chosen ?? ''}>
        <option value="">{t('common.all')}</option>
        {shown.map(([value, text]) => (
          <option key={value} value={value}>
            {text} ({known.get(value) ?? 0})
          </option>
        ))}
      </select>
    </label>
  )
}
