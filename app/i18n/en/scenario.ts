import type { Shape } from '../translate.ts'
import type { scenario as zh } from '../zh/scenario.ts'

export const scenario = {
  list: {
    title: 'Scenarios',
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
    units: 'from {n} units',
    deadline: '{left}, closes {time}',
    closed: 'Bidding has closed',
    reported: 'Reported in {year}',
    reportedUndated: 'Year of report to be confirmed',
    openOf: '{open} / {total} open for bids',
  },
  mine: {
    title: 'Our scenarios',
    all: 'All public scenarios',
    emptyTitle: 'Your organisation has no scenario yet',
    emptyText:
      'Say what has to be done, where, and what counts as done: usually twenty minutes. You can save a draft and go on any time.',
    untitled: 'Untitled draft',
    touched: 'changed {time}',
  },
  fact: {
    budget: 'Budget {amount}',
    units: '{n} units',
    weeks: '{n}-week pilot',
    unfinalised: 'Products not yet finalised welcome',
  },
  closedState: 'Bidding has closed',
} satisfies Shape<typeof zh>
