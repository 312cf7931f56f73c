/** While a scenario is written: how many published products would fit. */
export const fit = {
  title: 'How many products would fit',
  lead: 'Published products: {published}. Task or kind of robot fits: {work}. Of these:',
  nobody: 'No product has been published yet, so there is nothing to compare with.',
  noWork: 'Published products: {published}. None of them does this task or is of a suitable kind.',
  of: 'of {work}',
  fits: 'meet every must',
  open: 'fail none, but do not disclose at least one',
  near: 'fail exactly one',
  ruledOut: 'fail more than one',
  musts: 'What each must rules out',
  must: '{what}: rules out {unmet} of {work}',
  mustNone: '{what}: rules out none of {work}',
  alone: '{alone} by this one alone',
  rest_one: '{n} more must rules nothing out',
  rest_other: '{n} more musts rule nothing out',
  undisclosed: '{undisclosed} do not disclose it: neither met nor failed',
  noMusts:
    'No must is written yet, so everything whose task fits is counted. Write one to see what it rules out.',
  gate: 'For orientation only, never a gate: any verified firm may bid.',
  reading: 'Published products are being counted, {read} read so far; the figures follow by themselves.',
  stale: 'It could not be updated just now; the figures are the last ones.',
}
