import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { showInquiry } from '#services/inquiries/show.ts'
import { WithholdFact, withholdFact } from '#services/inquiries/withhold.ts'
import { InquiryPage } from '#ui/introductions/inquiry-page.tsx'
import { speakInquiry } from '#ui/introductions/speak.ts'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('inquiry.single') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx =>
    speakInquiry(speakTo(args.request), await showInquiry(ctx, args.params.inquiryId)),
  )
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, WithholdFact, async (value, ctx) => {
    await withholdFact(ctx, value)
    return redirectWithToast(args.context, paths.inquiry(value.id), { key: 'inquiry.toast.withheld' })
  })
}

export default function ShowInquiry() {
  return <InquiryPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
