import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { addendumSheet } from '#services/scenarios/addenda.ts'
import { AmendScenario, amendScenario } from '#services/scenarios/amend.ts'
import { AddendumPage } from '#ui/scenarios/addendum-form.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('review.addenda.write') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => addendumSheet(ctx, args.params.scenarioId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, AmendScenario, async (form, ctx) => {
    await amendScenario(ctx, form)
    return redirectWithToast(args.context, paths.scenarioAddenda(form.id), { key: 'review.toast.amended' })
  })
}

export default function NewAddendum() {
  return <AddendumPage sheet={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
