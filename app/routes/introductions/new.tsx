import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { SendIntroduction, sendIntroduction } from '#services/introductions/send.ts'
import { introductionSheet } from '#services/introductions/show.ts'
import { IntroductionForm } from '#ui/introductions/introduction-form.tsx'
import { speakAbout } from '#ui/introductions/speak.ts'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { direction }) => t(`introduction.form.${direction}`),
}

export async function loader(args: LoaderFunctionArgs) {
  const query = Object.fromEntries(new URL(args.request.url).searchParams)
  return respond(args, async ctx => speakAbout(speakTo(args.request), await introductionSheet(ctx, query)))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, SendIntroduction, async (value, ctx) => {
    const { id } = await sendIntroduction(ctx, value)
    return redirectWithToast(args.context, paths.introduction(id), { key: 'introduction.toast.sent' })
  })
}

export default function NewIntroduction() {
  return <IntroductionForm view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
