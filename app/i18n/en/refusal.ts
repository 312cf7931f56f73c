import type { Shape } from '../translate.ts'
import type { refusal as zh } from '../zh/refusal.ts'

export const refusal = {
  'account.signInFirst': 'Please sign in first',
  'bid.deadlinePassed': 'The deadline has passed; the bid was not received',
  'entry.unknown': 'There is no such entry, or you may not see it',
  'form.badField': 'This form is not one that a page of this site sends; nothing was done',
  'form.tooManyFields': 'The form has too many fields; nothing was done',
  'request.tooMany': 'Too many requests in a short time; try again in {retryAfterSeconds} seconds',
  'page.badForm': 'The form was incomplete; go back and try again',
  'page.changed': 'It has changed: {by} acted on {at:dateTime}; please look at the latest version first',
  'page.stale': 'It has changed; please look at the latest version first',
  'solution.unknown': 'There is no such solution, or it is not for you to see',
  'product.unknown': 'There is no such product, or you may not see it',
  'scenario.notOpenForBids': 'This scenario is not open for bids',
  'scenario.reportedCase': 'A reported public case is for reference and not open for bids',
  'scenario.unknown': 'There is no such scenario, or you may not see it',
  'weights.unknownVersion': 'There is no such version of the weights',
} satisfies Shape<typeof zh>
