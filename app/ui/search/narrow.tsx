import { type FocusEvent, type FormEvent, useRef } from 'react'
import { paths } from '#paths'
import { Button, ButtonLink } from '../primitives/button.tsx'
import { Icon } from '../primitives/icon.tsx'
import { useT } from '../shell/dictionary.tsx'
import { useGo } from '../shell/link.tsx'
import { Facet, More, Near, Undisclosed } from './narrow-fields.tsx'
import { tidied, useSearchPath } from './path.ts'
import { RangeField } from './range-field.tsx'
import type { FacetView, SearchPageView } from './view.ts'

/** Figures beyond these are folded away until they are asked for. */
const figuresFirst = 3
const panel = 'narrow'

/** Opens the filters where there is no room for them beside the results; works without JavaScript. */
export function NarrowButton({ page }: { page: SearchPageView }) {
  const t = useT()
  const chosen = chosenCount(page)
  if (!canNarrow(page)) return null
  return (
    <button type="button" className="btn btn--line btn--sm narrowbtn" {...{ popovertarget: panel }}>
      <Icon name="filter" />
      {t('search.narrow')}
      {chosen > 0 && <span className="num">{t('search.chosen', { n: chosen })}</span>}
    </button>
  )
}

/** How many conditions narrow the list. */
export function chosenCount({ facets, query }: Pick<SearchPageView, 'facets' | 'query'>): number {
  const values = facets.reduce((sum, { chosen }) => sum + chosen.length, 0)
  return values + Object.keys(query.ranges).length + (query.near ? 1 : 0)
}

/**
 * Ways to narrow the results: a GET form with a button, which JavaScript sends by itself when something is chosen.
 * A phone shows it as a sheet over the page, a desk beside the results.
 */
export function Narrow({ page }: { page: SearchPageView }) {
  const t = useT()
  const go = useGo()
  const path = useSearchPath()
  const form = useRef<HTMLFormElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const { query, density } = page
  const { open, figures } = waysToNarrow(page)
  if (!canNarrow(page)) return null
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    // Who presses the button wants to see the results; what is sent by itself may be only the first of several.
    if (submitter) sheet.current?.hidePopover?.()
    const params = tidied(new FormData(event.currentTarget))
    go(`${paths.search()}?${params}`, { stay: true })
  }
  const pick = ({ target }: FormEvent<HTMLFormElement>) => {
    const isText = target instanceof HTMLInputElement && ['text', 'range'].includes(target.type)
    if (!isText) form.current?.requestSubmit()
  }
  const leave = ({ target }: FocusEvent<HTMLFormElement>) => {
    if (
      target.type === 'text' &&
      target.value !== target.defaultValue &&
      target.value !== written(page, target.name)
    )
      form.current?.requestSubmit()
  }
  return (
    <div className="narrow" id={panel} ref={sheet} {...{ popover: '' }}>
      <form
        ref={form}
        method="get"
        action={paths.search()}
        aria-label={t('search.narrow')}
        onSubmit={send}
        onChange={pick}
        onBlur={leave}
      >
        <div className="narrow__head">
          <h2>{t('search.narrow')}</h2>
          <button type="button" {...{ popovertarget: panel, popovertargetaction: 'hide' }}>
            <Icon name="cross" label={t('search.closeNarrow')} />
          </button>
        </div>
        <Kept page={page} />
        {open.slice(0, 2).map(facet => (
          <Facet key={facet.name} facet={facet} />
        ))}
        {figures.slice(0, figuresFirst).map(range => (
          <RangeField key={`${query.index} ${range.name}`} range={range} />
        ))}
        <More
          label={t('search.moreFigures', { n: figures.length - figuresFirst })}
          open={figures.slice(figuresFirst).some(({ bounds }) => isChosen(bounds))}
        >
          {figures.slice(figuresFirst).map(range => (
            <RangeField key={`${query.index} ${range.name}`} range={range} />
          ))}
        </More>
        <Undisclosed page={page} />
        <Near page={page} />
        {open.slice(2).map(facet => (
          <Facet key={facet.name} facet={facet} />
        ))}
        <div className="narrow__acts">
          <Button type="submit" look="line" size="sm">
            {t('search.apply')}
          </Button>
          {chosenCount(page) > 0 && (
            <ButtonLink look="quiet" size="sm" href={path(bare(query), density)}>
              {t('search.clear')}
            </ButtonLink>
          )}
        </div>
      </form>
    </div>
  )
}

/** Facets and figures that make a difference. */
function waysToNarrow({ facets, ranges, total }: SearchPageView) {
  return {
    open: facets.filter(each => narrows(each, total)),
    figures: ranges.filter(({ span, bounds }) => isChosen(bounds) || (span && span.max > span.min)),
  }
}

/** Whether there is anything to narrow by. */
function canNarrow(page: SearchPageView): boolean {
  const { open, figures } = waysToNarrow(page)
  return open.length + figures.length > 0 || page.query.near !== undefined
}

const isChosen = ({ gte, lte }: { gte?: number; lte?: number }) => gte !== undefined || lte !== undefined

/** A facet that leaves everything as it is narrows nothing. */
const narrows = ({ chosen, values }: FacetView, total: number) =>
  chosen.length > 0 || values.some(({ count }) => count < total)

/** The query with its words and without its conditions. */
export function bare(query: SearchPageView['query']): SearchPageView['query'] {
  return { ...query, facets: {}, ranges: {}, near: undefined, undisclosed: 'keep', page: 1 }
}

/** What the server knows of a bound by its field's name. */
function written({ ranges }: SearchPageView, field: string): string {
  const [, name, end] = /^(.+)\.(min|max)$/.exec(field) ?? []
  const bounds = ranges.find(each => each.name === name)?.bounds
  const value = end === 'min' ? bounds?.gte : bounds?.lte
  return value === undefined ? '' : String(value)
}

/** What the form does not ask for and its address must keep. */
function Kept({ page: { query, density } }: { page: SearchPageView }) {
  const { index, q, sort, match } = query
  const kept = {
    ...{ index, q },
    sort: sort === 'relevance' ? '' : sort,
    match: match === 'all' ? '' : match,
    view: density === 'compact' ? density : '',
  }
  return Object.entries(kept).map(([name, value]) =>
    value === '' ? null : <input key={name} type="hidden" name={name} value={value} />,
  )
}
