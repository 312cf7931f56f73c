import type { Shape } from '../translate.ts'
import type { savedSearch as zh } from '../zh/saved-search.ts'

export const savedSearch = {
  save: 'Save this search and tell me what is new',
  saved: 'Saved as “{name}”',
  pausedNow: 'paused',
  short: {
    each: 'mail whenever there is something new',
    daily: 'one letter a day',
    weekly: 'one letter a week',
    inApp: 'no mail',
  },
  feed: 'Atom feed',
  feedTitle: 'Robot+ Exchange: {search}',
} satisfies Shape<typeof zh>
