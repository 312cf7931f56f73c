import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { showOrganization } from '#services/organizations/show.ts'
import { AskCapabilities, askCapabilities } from '#services/organizations/verify.ts'
import { AskForm } from '#ui/organization/deed-forms.tsx'
import { OrganizationDeed } from '#ui/organization/frame.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('organization.ask.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showOrganization(ctx, args.params.organizationId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, AskCapabilities, async (form, ctx) => {
    await askCapabilities(ctx, form)
    return redirectWithToast(args.context, paths.organization(form.id), { key: 'organization.toast.asked' })
  })
}

export default function OrganizationCapabilities() {
  const t = useT()
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <OrganizationDeed
      organization={view}
      title={t('organization.ask.title')}
      lead={t('organization.ask.lead')}
      can={view.can.ask}
      answer={answer}
    >
      {view.askable.length > 0 ? (
        <AskForm id={view.id} formKey={view.formKey} answer={answer} askable={view.askable} />
      ) : (
        <p>{t('organization.ask.nothing')}</p>
      )}
    </OrganizationDeed>
  )
}
