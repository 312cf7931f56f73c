import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { AnswerConsent, answerForPart, consentSheet } from '#services/solutions/consent.ts'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { ConsentPage } from '#ui/solutions/consent-page.tsx'

export const handle: PageHandle = { title: t => t('solution.answer.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => consentSheet(ctx, args.params.solutionId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, AnswerConsent, async (value, ctx) => {
    await answerForPart(ctx, value)
    return redirectWithToast(args.context, paths.solution(value.id), { key: 'solution.toast.answered' })
  })
}

export default function AnswerForPart() {
  return <ConsentPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
