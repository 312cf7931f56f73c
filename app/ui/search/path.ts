import { createContext, useContext } from 'react'
import { writeAddress } from '#domain/searching/address.ts'
import { paths } from '#paths'
import type { Density, SearchQueryView } from './view.ts'

/** How close this page's results stand; its links keep it. */
export const DensityContext = createContext<Density>('comfortable')

/** The address of a query in its canonical form, in this or another density. */
export function useSearchPath(): (query: SearchQueryView, density?: Density) => string {
  const current = useContext(DensityContext)
  return (query, density = current) => {
    const params = writeAddress(query)
    if (density === 'compact') params.set('view', density)
    return `${paths.search()}?${params}`
  }
}

/** What a form of filters says, without what is empty; two bounds of a figure become one. */
export function tidied(form: FormData): URLSearchParams {
  const params = new URLSearchParams()
  const bounds = new Map<string, { min?: string; max?: string }>()
  for (const [key, value] of form) {
    const [, name, end] = /^(.+)\.(min|max)$/.exec(key) ?? []
    if (typeof value !== 'string' || value === '') continue
    if (name && end) bounds.set(name, { ...bounds.get(name), [end]: value })
    else params.append(key, value)
  }
  for (const [name, { min = '', max = '' }] of bounds) params.set(name, `${min}..${max}`)
  // A distance without a place, and the usual choice, say nothing.
  if (!params.has('near')) params.delete('km')
  if (params.get('undisclosed') === 'keep') params.delete('undisclosed')
  return params
}
