import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { LearnWeights, proposeLearned, showLearning } from '#services/weights/learn.ts'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { LearningPage } from '#ui/weights/learning-page.tsx'

export const handle: PageHandle = { title: t => t('weights.learning.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showLearning(ctx))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, LearnWeights, async (form, ctx) => {
    const { id } = await proposeLearned(ctx, form)
    return redirectWithToast(args.context, paths.weightsProposal(id), { key: 'weights.toast.proposed' })
  })
}

export default function LearnWeightsPage() {
  return <LearningPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
