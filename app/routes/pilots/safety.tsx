import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { AnswerSafeguards, answerSafeguards } from '#services/pilots/safeguard.ts'
import { pilotSafety } from '#services/pilots/safety.ts'
import { SafetyPage } from '#ui/pilot/safety-page.tsx'
import { speakItem } from '#ui/risk/speak.ts'
import { DeedPage } from '#ui/shell/deed-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('risk.pilot.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx => {
    const view = await pilotSafety(ctx, args.params.pilotId)
    const t = speakTo(args.request)
    const items = view.items.flatMap(row => speakItem(t, row.item).map(item => ({ ...row, item })))
    return { ...view, items }
  })
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, AnswerSafeguards.omit({ id: true }), async (value, ctx) => {
    const { id } = await pilotSafety(ctx, args.params.pilotId)
    await answerSafeguards(ctx, { ...value, id })
    return redirectWithToast(args.context, paths.pilotSafety(id), { key: 'risk.pilot.saved' })
  })
}

export default function PilotSafetyRoute() {
  const t = useT()
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <DeedPage
      title={t('risk.pilot.title')}
      crumbs={[
        { label: t('pilot.list'), href: paths.pilots() },
        { label: view.number ?? view.title, href: paths.pilot(view.id) },
      ]}
      facts={<span>{t('risk.pilot.lead')}</span>}
    >
      <SafetyPage view={view} answer={answer} />
    </DeedPage>
  )
}
