import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import {
  RemoveDepartment,
  removeDepartment,
  SaveDepartment,
  saveDepartment,
} from '#services/organizations/departments.ts'
import { showDepartment } from '#services/organizations/people.ts'
import { DeedForm } from '#ui/form/deed-form.tsx'
import { OrganizationDeed } from '#ui/organization/frame.tsx'
import { DepartmentForm } from '#ui/organization/people-forms.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('organization.department.edit') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showDepartment(ctx, args.params.organizationId, args.params.departmentId))
}

export async function action(args: ActionFunctionArgs) {
  const done = (id: string, key: string) =>
    redirectWithToast(args.context, paths.organizationMembers(id), { key: `organization.toast.${key}` })
  const removes = (await args.request.clone().formData()).get('deed') === 'remove'
  if (removes)
    return submitted(args, RemoveDepartment, async (form, ctx) => {
      await removeDepartment(ctx, form)
      return done(form.id, 'departmentRemoved')
    })
  return submitted(args, SaveDepartment, async (form, ctx) => {
    await saveDepartment(ctx, form)
    return done(form.id, 'departmentSaved')
  })
}

export default function EditDepartment() {
  const t = useT()
  const { page, department } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { organization, can, formKey } = page
  return (
    <OrganizationDeed
      organization={organization}
      title={t('organization.department.edit')}
      lead={t('organization.department.note')}
      can={can.manage}
      answer={answer}
      back={paths.organizationMembers(organization.id)}
    >
      <DepartmentForm id={organization.id} department={department} formKey={formKey} answer={answer} />
      <DeedForm
        action={paths.organizationDepartment(organization.id, department.id)}
        id={organization.id}
        formKey={formKey}
        look="refuse"
        fields={
          <>
            <input type="hidden" name="departmentId" value={department.id} />
            <input type="hidden" name="deed" value="remove" />
          </>
        }
      >
        {t('organization.department.remove')}
      </DeedForm>
    </OrganizationDeed>
  )
}
