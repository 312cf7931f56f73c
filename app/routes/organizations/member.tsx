import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import {
  ChangeMember,
  changeMember,
  handOver,
  RemoveMember,
  removeMember,
} from '#services/organizations/members.ts'
import { showMember } from '#services/organizations/people.ts'
import { DeedForm } from '#ui/form/deed-form.tsx'
import { OrganizationDeed } from '#ui/organization/frame.tsx'
import { MemberForm } from '#ui/organization/people-forms.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { Section } from '#ui/shell/section.tsx'

export const handle: PageHandle = { title: t => t('organization.member.change') }

export async function loader(args: LoaderFunctionArgs) {
  const { organizationId, accountId } = args.params
  return respond(args, ctx => showMember(ctx, organizationId, accountId))
}

const others = { remove: removeMember, handOver }
const told = { remove: 'removed', handOver: 'handedOver' }

export async function action(args: ActionFunctionArgs) {
  const deed = (await args.request.clone().formData()).get('deed')
  const done = (id: string, key: string) =>
    redirectWithToast(args.context, paths.organizationMembers(id), { key: `organization.toast.${key}` })
  if (deed === 'remove' || deed === 'handOver')
    return submitted(args, RemoveMember, async (form, ctx) => {
      await others[deed](ctx, form)
      return done(form.id, told[deed])
    })
  return submitted(args, ChangeMember, async (form, ctx) => {
    await changeMember(ctx, form)
    return done(form.id, 'saved')
  })
}

export default function OrganizationMember() {
  const t = useT()
  const { page, member } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { organization, departments, can, formKey } = page
  const here = paths.organizationMember(organization.id, member.accountId)
  const deed = (name: 'remove' | 'handOver') => (
    <DeedForm
      action={here}
      id={organization.id}
      formKey={formKey}
      look={name === 'remove' ? 'refuse' : 'line'}
      fields={
        <>
          <input type="hidden" name="accountId" value={member.accountId} />
          <input type="hidden" name="deed" value={name} />
        </>
      }
    >
      {t(`organization.member.${name}`)}
    </DeedForm>
  )
  return (
    <OrganizationDeed
      organization={organization}
      title={t('organization.member.changeTitle', { name: member.name })}
      can={can.manage}
      answer={answer}
      back={paths.organizationMembers(organization.id)}
    >
      <MemberForm
        id={organization.id}
        member={member}
        departments={departments}
        formKey={formKey}
        answer={answer}
      />
      {!member.isSelf && (
        <>
          {member.role !== 'owner' && (
            <Section title={t('organization.member.handOver')} note={t('organization.member.handOverText')}>
              {deed('handOver')}
            </Section>
          )}
          <Section title={t('organization.member.remove')} note={t('organization.member.removeText')}>
            {deed('remove')}
          </Section>
        </>
      )}
    </OrganizationDeed>
  )
}
