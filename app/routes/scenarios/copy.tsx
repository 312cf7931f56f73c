import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { CloneScenario, cloneScenario, cloneSheet } from '#services/scenarios/clone.ts'
import { CopyPage } from '#ui/scenarios/copy-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('review.copy.title') }

const from = (args: { params: LoaderFunctionArgs['params'] }) => ({
  kind: 'scenario' as const,
  id: args.params.scenarioId,
})

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => cloneSheet(ctx, from(args)))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, CloneScenario, async (form, ctx) => {
    const { id } = await cloneScenario(ctx, { ...form, ...from(args) })
    return redirectWithToast(args.context, paths.scenarioEdit(id), { key: 'review.toast.copied' })
  })
}

export default function CopyOfScenario() {
  const answer = useActionData<typeof action>()
  return <CopyPage view={useLoaderData<typeof loader>()} refused={Boolean(answer)} />
}
