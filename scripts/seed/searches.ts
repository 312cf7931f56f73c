import { v7 } from 'uuid'
import type { SearchRhythm } from '#domain/saved-searches/kept.ts'
import type { Person } from '#domain/shared/actor.ts'
import { saveSearch } from '#services/saved-searches/save.ts'
import type { Stage } from './stories.ts'

/** Two searches that were saved before the latest scenarios came out: both have something new. */
export async function seedSearches(stage: Stage): Promise<void> {
  const { firm, works } = stage.cast
  const save = (person: Person, search: URLSearchParams, [name, rhythm]: [string, SearchRhythm]) =>
    saveSearch(stage.at(9, person), { search: search.toString(), name, rhythm, formKey: v7() })
  const wards = { index: 'scenarios', q: '送药', domain: 'healthcare', payloadKg: '40..', slopeDeg: '..10' }
  await save(firm, new URLSearchParams(wards), ['院内送药，载重 40 kg 起', 'each'])
  const patrols = new URLSearchParams({ index: 'scenarios', q: '夜间巡检' })
  await save(works, patrols, ['夜间巡检的新场景', 'daily'])
}
