import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { solutionDeed } from '#services/solutions/deed.ts'
import { ReturnSolution, returnSolution } from '#services/solutions/review.ts'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { SolutionDeedPage } from '#ui/solutions/deed-page.tsx'

export const handle: PageHandle = { title: t => t('solution.deedPage.return') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => solutionDeed(ctx, args.params.solutionId, 'return'))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, ReturnSolution, async (value, ctx) => {
    await returnSolution(ctx, value)
    return redirectWithToast(args.context, paths.solution(value.id), { key: 'solution.toast.returned' })
  })
}

export default function DeedOnSolution() {
  return (
    <SolutionDeedPage
      deed="return"
      view={useLoaderData<typeof loader>()}
      answer={useActionData<typeof action>()}
    />
  )
}
