import type { Shape } from '../translate.ts'
import type { scenario as zh } from '../zh/scenario-list.ts'

export const scenario = {
  list: {
    lead: 'The demand side states the site, the requirements and the acceptance metrics; robot firms bid on them.',
    publish: 'Publish a scenario',
    filters: 'Filters',
    domain: 'Domain',
    district: 'District',
    kind: 'Kind',
    open: 'Open for bids',
    report: 'Reported public cases',
    apply: 'Apply',
    clear: 'Clear filters',
    results_one: '{n} scenario',
    results_other: '{n} scenarios',
    emptyTitle: 'No scenario fits these filters',
    emptyText: 'Try another domain or district. If nobody has asked for it yet, yours can be the first.',
    closed: 'Bidding has closed',
    openOf: '{open} / {total} open for bids',
  },
  mine: {
    all: 'All public scenarios',
    emptyTitle: 'Your organisation has no scenario yet',
    emptyText:
      'Say what has to be done, where, and what counts as done: usually twenty minutes. You can save a draft and go on any time.',
  },
} satisfies Shape<typeof zh>
