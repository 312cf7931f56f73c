import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { InviteMember, inviteMember } from '#services/organizations/invite.ts'
import { showPeople } from '#services/organizations/people.ts'
import { PeopleBody } from '#ui/organization/people-page.tsx'
import { DeedPage } from '#ui/shell/deed-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('organization.people') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showPeople(ctx, args.params.organizationId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, InviteMember, async (form, ctx) => {
    await inviteMember(ctx, form)
    const here = paths.organizationMembers(form.id)
    return redirectWithToast(args.context, here, { key: 'organization.toast.invited' })
  })
}

export default function OrganizationMembers() {
  const t = useT()
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { organization } = view
  return (
    <DeedPage
      title={t('organization.people')}
      crumbs={[{ label: organization.name, href: paths.organization(organization.id) }]}
      facts={<span>{organization.name}</span>}
    >
      <PeopleBody view={view} answer={answer} />
    </DeedPage>
  )
}
