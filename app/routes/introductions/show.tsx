import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { AnswerIntroduction, answerIntroduction } from '#services/introductions/answer.ts'
import { showIntroduction } from '#services/introductions/show.ts'
import { IntroductionPage } from '#ui/introductions/introduction-page.tsx'
import { speakAbout } from '#ui/introductions/speak.ts'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('introduction.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx =>
    speakAbout(speakTo(args.request), await showIntroduction(ctx, args.params.introductionId)),
  )
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, AnswerIntroduction, async (value, ctx) => {
    await answerIntroduction(ctx, value)
    const key = `introduction.toast.${value.answer}`
    return redirectWithToast(args.context, paths.introduction(value.id), { key })
  })
}

export default function ShowIntroduction() {
  return <IntroductionPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
