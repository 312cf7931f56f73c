import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { showOrganization } from '#services/organizations/show.ts'
import {
  restoreOrganization,
  SuspendOrganization,
  suspendOrganization,
} from '#services/organizations/suspend.ts'
import { ReasonForm } from '#ui/organization/deed-forms.tsx'
import { OrganizationDeed } from '#ui/organization/frame.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('organization.suspension.suspend') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showOrganization(ctx, args.params.organizationId))
}

export async function action(args: ActionFunctionArgs) {
  const restores = (await args.request.clone().formData()).get('deed') === 'restore'
  return submitted(args, SuspendOrganization, async (form, ctx) => {
    await (restores ? restoreOrganization : suspendOrganization)(ctx, form)
    const key = `organization.toast.${restores ? 'restored' : 'suspended'}`
    return redirectWithToast(args.context, paths.organization(form.id), { key })
  })
}

export default function OrganizationSuspension() {
  const t = useT()
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const deed = view.status === 'suspended' ? 'restore' : 'suspend'
  return (
    <OrganizationDeed
      organization={view}
      title={t(`organization.suspension.${deed}`)}
      lead={t(`organization.suspension.${deed}Text`)}
      can={view.can[deed]}
      answer={answer}
    >
      <ReasonForm
        hidden={{ id: view.id, rev: view.rev, deed }}
        formKey={view.formKey}
        answer={answer}
        submit={t(`organization.suspension.${deed}`)}
        label={t('organization.suspension.reason')}
        hint={t('organization.suspension.reasonHint')}
        look={deed === 'suspend' ? 'refuse' : 'solid'}
      />
    </OrganizationDeed>
  )
}
