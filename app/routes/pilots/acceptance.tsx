import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { paths } from '#paths'
import { RequestAcceptance, requestAcceptance } from '#services/pilots/request-acceptance.ts'
import { showPilot } from '#services/pilots/show.ts'
import { AcceptanceForm } from '#ui/pilot/forms.tsx'
import { Alert } from '#ui/primitives/alert.tsx'
import { DeedPage } from '#ui/shell/deed-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('pilot.act.requestAcceptance') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showPilot(ctx, args.params.pilotId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, RequestAcceptance.omit({ id: true }), async (value, ctx) => {
    const { id } = await showPilot(ctx, args.params.pilotId)
    await requestAcceptance(ctx, { ...value, id })
    return redirect(paths.pilot(id))
  })
}

export default function PilotAcceptance() {
  const t = useT()
  const pilot = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const verdict = pilot.can.requestAcceptance
  return (
    <DeedPage
      title={t('pilot.act.requestAcceptance')}
      crumbs={[
        { label: t('pilot.list'), href: paths.pilots() },
        { label: pilot.number ?? pilot.title, href: paths.pilot(pilot.id) },
      ]}
      facts={<span>{t('pilot.intro.requestAcceptance')}</span>}
    >
      {pilot.can.requestAcceptance.ok ? (
        <AcceptanceForm
          rev={pilot.rev}
          formKey={pilot.formKey}
          lastResult={answer?.submission}
          metrics={pilot.metrics}
        />
      ) : (
        <Alert title={t('pilot.closed')}>
          {verdict.ok ? null : t.reason(verdict.reason, verdict.detail)}
        </Alert>
      )}
    </DeedPage>
  )
}
