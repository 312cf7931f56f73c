import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { SettleClaim, settleClaim, showClaimOnOrganization } from '#services/organizations/claim.ts'
import { SettleForm } from '#ui/organization/deed-forms.tsx'
import { OrganizationDeed } from '#ui/organization/frame.tsx'
import { FactGrid } from '#ui/pattern/fact-grid.tsx'
import { Alert } from '#ui/primitives/alert.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Link } from '#ui/shell/link.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('organization.claim.settle') }

export async function loader(args: LoaderFunctionArgs) {
  const { organizationId, claimId } = args.params
  return respond(args, ctx => showClaimOnOrganization(ctx, organizationId, claimId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, SettleClaim, async (form, ctx) => {
    await settleClaim(ctx, form)
    return redirectWithToast(args.context, paths.organization(form.id), { key: 'organization.toast.settled' })
  })
}

/** Masked, and for an officer the way to the whole of it. */
function Address({ email, contact }: { email: string; contact: string | null }) {
  const t = useT()
  if (contact === null) return <>{email}</>
  return (
    <>
      {email} <Link href={paths.contact(contact)}>{t('audit.contact.act')}</Link>
    </>
  )
}

export default function SettleClaimPage() {
  const t = useT()
  const { organization, claim, contact, hasOwner, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const facts = [
    { key: 'who', term: t('organization.claim.who'), value: claim.name },
    {
      key: 'email',
      term: t('organization.claim.email'),
      value: <Address email={claim.email} contact={contact} />,
    },
    { key: 'statement', term: t('organization.claim.statement'), value: claim.statement },
  ]
  return (
    <OrganizationDeed
      organization={organization}
      title={t('organization.claim.settle')}
      can={{ ok: true }}
      answer={answer}
    >
      <FactGrid facts={facts} />
      {claim.status === 'asked' ? (
        <SettleForm
          id={organization.id}
          claimId={claim.id}
          hasOwner={hasOwner}
          formKey={formKey}
          answer={answer}
        />
      ) : (
        <Alert title={t('organization.claim.settled')} />
      )}
    </OrganizationDeed>
  )
}
