import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { paths } from '#paths'
import { SendBackPilot, sendBackPilot } from '#services/pilots/send-back.ts'
import { showPilot } from '#services/pilots/show.ts'
import { ReturnForm } from '#ui/pilot/forms.tsx'
import { PilotMetrics } from '#ui/pilot/pilot-metrics.tsx'
import { Alert } from '#ui/primitives/alert.tsx'
import { DeedPage } from '#ui/shell/deed-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { Section } from '#ui/shell/section.tsx'

export const handle: PageHandle = { title: t => t('pilot.act.sendBack') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showPilot(ctx, args.params.pilotId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, SendBackPilot.omit({ id: true }), async (value, ctx) => {
    const { id } = await showPilot(ctx, args.params.pilotId)
    await sendBackPilot(ctx, { ...value, id })
    return redirect(paths.pilot(id))
  })
}

export default function PilotReturn() {
  const t = useT()
  const pilot = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const verdict = pilot.can.sendBack
  return (
    <DeedPage
      title={t('pilot.act.sendBack')}
      crumbs={[
        { label: t('pilot.list'), href: paths.pilots() },
        { label: pilot.number ?? pilot.title, href: paths.pilot(pilot.id) },
      ]}
      facts={<span>{t('pilot.intro.sendBack')}</span>}
    >
      <Section title={t('pilot.metrics')} top>
        <PilotMetrics metrics={pilot.metrics} />
      </Section>
      {pilot.can.sendBack.ok || pilot.can.terminate.ok ? (
        <ReturnForm
          rev={pilot.rev}
          formKey={pilot.formKey}
          lastResult={answer?.submission}
          deeds={pilot.can.terminate.ok ? ['terminate'] : ['sendBack', 'fail']}
        />
      ) : (
        <Alert title={t('pilot.closed')}>
          {verdict.ok ? null : t.reason(verdict.reason, verdict.detail)}
        </Alert>
      )}
    </DeedPage>
  )
}
