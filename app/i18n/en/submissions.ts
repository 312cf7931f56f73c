import type { Shape } from '../translate.ts'
import type { submissions as zhSubmissions } from '../zh/submissions.ts'

export const submissions = {
  title: 'Submit together for review',
  lead: 'The complete drafts of this import can be submitted in one step. Each goes by the rules of a single submission and is reviewed by itself.',
  go: 'Submit the complete drafts for review',
  none: 'This import has no drafts yet',
  noneText: 'Import some rows first.',
  ready: 'Can be submitted: {n} of {total}',
  others: {
    incomplete: 'Not complete: {n}',
    waiting: 'Waiting: {n}',
    gone: 'Submitted, or no longer a draft: {n}',
  },
  choose: 'Which of them',
  which: { all: 'All that are complete ({n})', chosen: 'Those ticked below' },
  tick: 'Choose “{name}”',
  submit: 'Submit for review',
  nothing: 'No draft can be submitted; complete those that lack something first',
  started: 'The submission has started',
  stopped: 'Stopped; what is submitted stays so',
  status: { running: 'Being submitted', done: 'Finished', cancelled: 'Stopped' },
  progress: '{done} submitted, {failed} not submitted, {waiting} waiting.',
  state: {
    ready: 'Complete',
    incomplete: '{n} more needed',
    gone: 'No draft any more',
    waiting: 'Waiting',
    done: 'Submitted',
    failed: 'Not submitted',
  },
} satisfies Shape<typeof zhSubmissions>
