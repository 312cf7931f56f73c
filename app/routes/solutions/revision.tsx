import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { solutionDeed } from '#services/solutions/deed.ts'
import { ReviseSolution, reviseSolution } from '#services/solutions/revise.ts'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { SolutionDeedPage } from '#ui/solutions/deed-page.tsx'

export const handle: PageHandle = { title: t => t('solution.deedPage.revision') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => solutionDeed(ctx, args.params.solutionId, 'revision'))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, ReviseSolution, async (value, ctx) => {
    await reviseSolution(ctx, value)
    return redirectWithToast(args.context, paths.solutionEdit(value.id), { key: 'solution.toast.revised' })
  })
}

export default function DeedOnSolution() {
  return (
    <SolutionDeedPage
      deed="revision"
      view={useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
    />
  )
}
