import type { ActionFunctionArgs } from '@remix-run/node'
import { deed } from '#http/deed.ts'
import { stepIn } from '#http/scenario-step.ts'
import { saveStep, stepForms } from '#services/scenarios/save-step.ts'

/** Saves a step while it is being typed, and answers with what the page shows beside the form. */
export async function action(args: ActionFunctionArgs) {
  const step = stepIn(args.request) ?? 'task'
  return deed(
    args,
    stepForms[step],
    async ({ id, rev, formKey, language, auto: _, adopt: __, ...words }, ctx) =>
      Response.json(await saveStep(ctx, { id, rev, formKey, language, step, words, auto: true })),
  )
}
