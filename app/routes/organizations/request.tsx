import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { capabilities } from '#domain/vocabulary.ts'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { showRequest } from '#services/organizations/show.ts'
import { DecideCapability, decideCapability } from '#services/organizations/verify.ts'
import { DecisionForm } from '#ui/organization/deed-forms.tsx'
import { OrganizationDeed } from '#ui/organization/frame.tsx'
import { OrganizationFile } from '#ui/organization/organization-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('organization.verification') }

export async function loader(args: LoaderFunctionArgs) {
  const { organizationId, requestId } = args.params
  return respond(args, ctx => showRequest(ctx, organizationId, requestId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, DecideCapability, async (form, ctx) => {
    await decideCapability(ctx, form)
    return redirectWithToast(args.context, paths.organization(form.id), { key: 'organization.toast.decided' })
  })
}

export default function OrganizationRequest() {
  const t = useT()
  const { page, request } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { can } = request
  const open = [can.grant, can.endorse, can.refuse, can.revoke].find(each => each.ok)
  return (
    <OrganizationDeed
      organization={page}
      title={t('organization.request.title', { capability: t.pick(capabilities[request.capability]) })}
      can={open ?? can.refuse}
      answer={answer}
    >
      <OrganizationFile view={page} />
      <DecisionForm id={page.id} rev={page.rev} request={request} formKey={page.formKey} answer={answer} />
    </OrganizationDeed>
  )
}
