import type { Shape } from '../translate.ts'
import type { catalog as zh } from '../zh/catalog.ts'

export const catalog = {
  list: 'Typical scenario catalog',
  fullName: 'Beijing “Robot+” typical scenario catalog, demo batch',
  count_one: '{n} entry',
  count_other: '{n} entries',
  listNote: 'From accepted pilots; every number leads to a pilot metric',
  listInside: 'With nominations and reviews that are not public; for the bureau only',
  byDomain: 'By domain',
  emptyTitle: 'No entries here yet',
  emptyText:
    'After an accepted pilot either side can nominate it; it is listed after review and public notice.',
  noticeUntil: 'Public notice until {until}',
} satisfies Shape<typeof zh>
