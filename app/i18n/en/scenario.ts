import type { Shape } from '../translate.ts'
import type { scenario as zh } from '../zh/scenario.ts'

export const scenario = {
  list: {
    title: 'Scenarios',
    units_one: 'from {n} unit',
    units_other: 'from {n} units',
    deadline: '{left}, closes {time}',
    reported: 'Reported in {year}',
    reportedUndated: 'Year of report to be confirmed',
  },
  mine: {
    title: 'Our scenarios',
    untitled: 'Untitled draft',
    touched: 'changed {time}',
    draft: '{score} of 100 complete, go on at step {n}',
  },
  fact: {
    budget: 'Budget {amount}',
    units_one: '{n} unit',
    units_other: '{n} units',
    weeks: '{n}-week pilot',
    unfinalised: 'Products not yet finalised welcome',
  },
  closedState: 'Bidding has closed',
} satisfies Shape<typeof zh>
