import { type ComparisonRow, mostCompared, type Standing, standings } from '#domain/comparing/comparison.ts'
import { paths } from '#paths'
import { Alert } from '../primitives/alert.tsx'
import { Button, ButtonLink } from '../primitives/button.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { Link } from '../shell/link.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { CompareTable } from './compare-table.tsx'
import type { CompareAddress, ComparisonView } from './view.ts'

/** 产品对比: what differs first, then what cannot be told, what is the same and what nobody discloses folded. */
export function ComparePage({ view }: { view: ComparisonView }) {
  const t = useT()
  const { products, rows } = view
  const here = addressOf(view)
  return (
    <Wrap>
      <Crumbs
        items={[{ label: t('product.list.title'), href: paths.products() }, { label: t('compare.title') }]}
      />
      <PageHead title={t('compare.title')} facts={<span>{t('compare.lead', { most: mostCompared })}</span>} />
      <Notes view={view} />
      <Tools view={view} />
      {products.length === 0 ? (
        <EmptyState
          level={2}
          title={t('compare.emptyTitle')}
          actions={
            <ButtonLink look="line" href={paths.products()}>
              {t('compare.toList')}
            </ButtonLink>
          }
        >
          {t('compare.emptyText')}
        </EmptyState>
      ) : (
        standings.map(standing => (
          <Part key={standing} view={view} standing={standing} rows={rows.filter(is(standing))} />
        ))
      )}
      {products.length > 0 && (
        <p className="compare__file">
          <a href={paths.compareFile(here)} download>
            {t('compare.file.link')}
          </a>
          <span className="t13 ink3">{t('compare.file.note')}</span>
        </p>
      )}
    </Wrap>
  )
}

const is = (standing: Standing) => (row: ComparisonRow) => row.standing === standing

function addressOf({ products, scenario }: ComparisonView): CompareAddress {
  return { p: products.map(each => each.id), scenario: scenario?.id }
}

/** What was asked for and is not here. */
function Notes({ view: { products, unknown, left, scenarioUnknown } }: { view: ComparisonView }) {
  const t = useT()
  return (
    <div className="compare__notes">
      {left > 0 && <Alert title={t('compare.tooMany', { most: mostCompared, n: left })} />}
      {unknown > 0 && <Alert title={t('compare.unknown', { n: unknown })} />}
      {scenarioUnknown && <Alert title={t('compare.scenarioUnknown')} />}
      {products.length === 1 && <Alert title={t('compare.addOne')} />}
    </div>
  )
}

/** Adding a product and choosing a scenario: two GET forms, so that each state has an address. */
function Tools({ view }: { view: ComparisonView }) {
  const t = useT()
  const { products, scenario, scenarios, q, found } = view
  const full = products.length >= mostCompared
  return (
    <div className="compare__tools">
      {full ? (
        <p className="t14 ink2">{t('compare.full', { most: mostCompared })}</p>
      ) : (
        <form method="get" action={paths.compare()} className="compare__form">
          <Kept ids={products.map(each => each.id)} scenario={scenario?.id} />
          <label htmlFor="compare-q">{t('compare.add')}</label>
          <input
            id="compare-q"
            className="input"
            type="search"
            name="q"
            defaultValue={q}
            maxLength={200}
            placeholder={t('compare.addHint')}
          />
          <Button type="submit" look="line">
            {t('compare.search')}
          </Button>
        </form>
      )}
      {products.length > 0 && (
        <form method="get" action={paths.compare()} className="compare__form">
          <Kept ids={products.map(each => each.id)} />
          <label htmlFor="compare-scenario">{t('compare.against')}</label>
          <select className="select" id="compare-scenario" name="scenario" defaultValue={scenario?.id ?? ''}>
            <option value="">{t('compare.noScenario')}</option>
            {scenarios.map(each => (
              <option key={each.id} value={each.id}>
                {each.title}
              </option>
            ))}
          </select>
          <Button type="submit" look="line">
            {t('compare.choose')}
          </Button>
        </form>
      )}
      {q !== '' && !full && (
        <ul className="compare__found">
          {found.length === 0 && <li>{t('compare.nothing', { q })}</li>}
          {found.map(each => (
            <li key={each.id}>
              <Link
                href={paths.compare({
                  p: [...products.map(({ id }) => id), each.id],
                  scenario: scenario?.id,
                })}
              >
                {t('compare.addThis', { name: each.name })}
              </Link>
              <span className="t13 ink3">{each.organization}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Kept({ ids, scenario }: { ids: readonly string[]; scenario?: string }) {
  return (
    <>
      {ids.map(id => (
        <input key={id} type="hidden" name="p" value={id} />
      ))}
      {scenario && <input type="hidden" name="scenario" value={scenario} />}
    </>
  )
}

/** What the parts are called while one product stands alone and is like no other. */
const alone = { differs: 'differs', open: 'open', same: 'stated', undisclosed: 'unstated' } as const

function Part({
  view,
  standing,
  rows,
}: {
  view: ComparisonView
  standing: Standing
  rows: readonly ComparisonRow[]
}) {
  const t = useT()
  if (rows.length === 0) return null
  const n = view.products.length
  const name = n === 1 ? alone[standing] : standing
  const title = `${t(`compare.part.${name}`, { n })} · ${rows.length}`
  const isAsked = rows.some(row => row.kind === 'criterion' && row.need !== null)
  const isOpen = standing === 'differs' || standing === 'open' || n === 1
  return (
    <details className="compare__part" open={isOpen || isAsked}>
      <summary>
        <h2>{title}</h2>
      </summary>
      <CompareTable view={view} rows={rows} caption={title} />
    </details>
  )
}
