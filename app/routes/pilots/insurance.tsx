import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { InsuranceForm } from '#domain/pilots/safety.ts'
import { formKey } from '#domain/shared/id-schemas.ts'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { insurePilot } from '#services/pilots/safeguard.ts'
import { pilotSafety } from '#services/pilots/safety.ts'
import { InsuranceFields } from '#ui/pilot/safety-page.tsx'
import { Alert } from '#ui/primitives/alert.tsx'
import { DeedPage } from '#ui/shell/deed-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('risk.pilot.insure') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => pilotSafety(ctx, args.params.pilotId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, InsuranceForm.safeExtend({ formKey }), async (value, ctx) => {
    const { id } = await pilotSafety(ctx, args.params.pilotId)
    await insurePilot(ctx, { ...value, id })
    return redirectWithToast(args.context, paths.pilotSafety(id), { key: 'risk.pilot.insured' })
  })
}

export default function PilotInsurance() {
  const t = useT()
  const { id, number, title, can, formKey: key } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <DeedPage
      title={t('risk.pilot.insure')}
      crumbs={[
        { label: t('pilot.list'), href: paths.pilots() },
        { label: number ?? title, href: paths.pilot(id) },
        { label: t('risk.pilot.title'), href: paths.pilotSafety(id) },
      ]}
      facts={<span>{t('risk.pilot.insureNote')}</span>}
    >
      {can.ok ? (
        <InsuranceFields formKey={key} answer={answer} />
      ) : (
        <Alert title={t('pilot.closed')}>
          <p>{t.reason(can.reason, can.detail)}</p>
        </Alert>
      )}
    </DeedPage>
  )
}
