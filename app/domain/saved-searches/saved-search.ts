import { z } from 'zod'
import { choice, text } from '../shared/fields.ts'
import { canonicalSearch, keptAddress, keptStatuses, searchRhythms } from './kept.ts'

/** What a search saved under an address may take in its canonical form: as much as an address of the site may. */
const mostCharacters = 2_000

export const SearchName = text({ max: 60 })
export const Rhythm = choice(searchRhythms)
export const Status = choice(keptStatuses)

/** A search in a form, brought into its canonical form whatever was typed into the address bar. */
export const KeptSearch = z
  .string()
  .max(mostCharacters, 'savedSearch.tooLong')
  .transform(search => canonicalSearch(keptAddress(search)))
  .refine(search => search.length <= mostCharacters, 'savedSearch.tooLong')
