import { useEffect, useRef } from 'react'
import { kmChoices } from '#domain/searching/address.ts'
import { districtCodes, districts } from '#domain/vocabulary.ts'
import { useT } from '../shell/dictionary.tsx'
import type { FacetView, SearchPageView } from './view.ts'

const shownFirst = 7

/** Values that are alternatives, the rarer ones folded away. */
export function Facet({ facet: { name, chosen, values } }: { facet: FacetView }) {
  const t = useT()
  const picked = new Set(chosen.map(({ value }) => value))
  // What was chosen stays in reach even where it finds nothing any more.
  const gone = chosen.filter(({ value }) => values.every(each => each.value !== value))
  const all = [...values, ...gone.map(each => ({ ...each, count: 0 }))]
  const first = all.filter(({ value }, place) => place < shownFirst || picked.has(value))
  const rest = all.filter(each => !first.includes(each))
  const box = ({ value, label, count }: FacetView['values'][number]) => (
    <Box key={value} name={name} value={value} isPicked={picked.has(value)}>
      <span>{t.pick(label)}</span>
      <span className="num">{t.number(count)}</span>
    </Box>
  )
  return (
    <fieldset className="facet">
      <legend>{t(`search.facet.${name}`)}</legend>
      {first.map(box)}
      <More label={t('search.moreValues', { n: rest.length })}>{rest.map(box)}</More>
    </fieldset>
  )
}

interface BoxProps {
  name: string
  value: string
  isPicked: boolean
  kind?: 'checkbox' | 'radio'
  children: React.ReactNode
}

/** Keeps what was just ticked until the server has answered, and then says what the server says. */
function Box({ name, value, isPicked, kind = 'checkbox', children }: BoxProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.checked = isPicked
  }, [isPicked])
  return (
    <label className="check">
      <input ref={box} type={kind} name={name} value={value} defaultChecked={isPicked} />
      {children}
    </label>
  )
}

/** More of the same on demand; nothing when there is no more. */
export function More({
  label,
  open,
  children,
}: {
  label: string
  open?: boolean
  children: React.ReactNode[]
}) {
  if (children.length === 0) return null
  return (
    <details className="reveal" open={open}>
      <summary className="reveal__more">{label}</summary>
      {children}
    </details>
  )
}

/** What does not disclose a figure may fit, so it stays until somebody sends it away. */
export function Undisclosed({ page: { undisclosed } }: { page: SearchPageView }) {
  const t = useT()
  if (undisclosed === null) return null
  return (
    <fieldset className="facet">
      <legend>{t('search.undisclosed.label')}</legend>
      {(['keep', 'drop'] as const).map(each => (
        <Box key={each} kind="radio" name="undisclosed" value={each} isPicked={undisclosed.chosen === each}>
          <span className={each === 'keep' ? 'unknown' : undefined}>{t(`search.undisclosed.${each}`)}</span>
          <span className="num">{t.number(undisclosed[each])}</span>
        </Box>
      ))}
    </fieldset>
  )
}

/** Around the middle of a district. */
export function Near({ page: { query, sorts } }: { page: SearchPageView }) {
  const t = useT()
  if (!sorts.includes('distance') && !query.near) return null
  const { district = '', km = 20 } = query.near ?? {}
  return (
    <fieldset className="facet">
      <legend>{t('search.near.label')}</legend>
      <div className="near2">
        <select
          key={district}
          className="select"
          name="near"
          defaultValue={district}
          aria-label={t('search.near.place')}
        >
          <option value="">{t('search.near.anywhere')}</option>
          {districtCodes.map(code => (
            <option key={code} value={code}>
              {t.pick(districts[code])}
            </option>
          ))}
        </select>
        <select
          key={`${km} km`}
          className="select"
          name="km"
          defaultValue={km}
          aria-label={t('search.near.km')}
        >
          {[...new Set([...kmChoices, km])]
            .sort((one, other) => one - other)
            .map(each => (
              <option key={each} value={each}>
                {t('search.near.within', { km: each })}
              </option>
            ))}
        </select>
      </div>
    </fieldset>
  )
}
