import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { ClaimOrganization, claimOrganization, claimSheet } from '#services/organizations/claim.ts'
import { ClaimForm } from '#ui/organization/deed-forms.tsx'
import { Alert } from '#ui/primitives/alert.tsx'
import { DeedPage } from '#ui/shell/deed-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('organization.claim.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => claimSheet(ctx, new URL(args.request.url).searchParams.get('uscc')))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, ClaimOrganization, async (form, ctx) => {
    await claimOrganization(ctx, form)
    const here = paths.organizationClaim(form.uscc)
    return redirectWithToast(args.context, here, { key: 'organization.toast.claimed' })
  })
}

export default function ClaimOrganizationPage() {
  const t = useT()
  const { organization, hasOwner, askedAt, can, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const who = t(hasOwner ? 'organization.claim.toOwner' : 'organization.claim.toBureau')
  return (
    <DeedPage
      title={t('organization.claim.title')}
      crumbs={[{ label: t('organization.new'), href: paths.organizationNew() }]}
      facts={
        <>
          <span>{organization.name}</span>
          <span className="num">{organization.uscc}</span>
        </>
      }
    >
      {askedAt ? (
        <Alert title={t('organization.claim.waiting', { time: t.dateTime(askedAt) })}>
          <p>{who}</p>
        </Alert>
      ) : can.ok ? (
        <>
          <p className="ink2 prose">
            {t('organization.claim.lead')}
            {who}
          </p>
          <ClaimForm uscc={organization.uscc ?? ''} formKey={formKey} answer={answer} />
        </>
      ) : (
        <Alert title={t('organization.closed')}>
          <p>{t.reason(can.reason, can.detail)}</p>
        </Alert>
      )}
    </DeedPage>
  )
}
