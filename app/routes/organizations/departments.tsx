import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { SaveDepartment, saveDepartment } from '#services/organizations/departments.ts'
import { showPeople } from '#services/organizations/people.ts'

import { OrganizationDeed } from '#ui/organization/frame.tsx'
import { DepartmentForm } from '#ui/organization/people-forms.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('organization.department.add') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showPeople(ctx, args.params.organizationId))
}

export async function action(args: ActionFunctionArgs) {
  const done = (id: string, key: string) =>
    redirectWithToast(args.context, paths.organizationMembers(id), { key: `organization.toast.${key}` })
  return submitted(args, SaveDepartment, async (form, ctx) => {
    await saveDepartment(ctx, form)
    return done(form.id, 'departmentSaved')
  })
}

export default function NewDepartment() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { organization, can, formKey } = page
  return (
    <OrganizationDeed
      organization={organization}
      title={t('organization.department.add')}
      lead={t('organization.department.note')}
      can={can.manage}
      answer={answer}
      back={paths.organizationMembers(organization.id)}
    >
      <DepartmentForm id={organization.id} formKey={formKey} answer={answer} />
    </OrganizationDeed>
  )
}
