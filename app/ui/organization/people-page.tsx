import { duties, memberRoles } from '#domain/vocabulary.ts'
import { paths } from '#paths'
import { DeedForm } from '../form/deed-form.tsx'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, ButtonLink, ClosedButton } from '../primitives/button.tsx'
import { type Column, DataTable } from '../primitives/data-table.tsx'
import { FileRow } from '../primitives/file-row.tsx'
import { Reveal } from '../primitives/reveal.tsx'
import { listText } from '../products/words.ts'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import { InviteForm } from './people-forms.tsx'
import type { Answer, MemberView, PeopleView } from './view.ts'

/** 人员与部门: who is here, what each may do, who was asked to come. */
export function PeopleBody({ view, answer }: { view: PeopleView; answer: Answer }) {
  const t = useT()
  const { organization, departments, invitations, can, formKey } = view
  return (
    <>
      <Section title={t('organization.members')} note={t('organization.peopleNote')} top>
        <Members view={view} />
        <div className="mt3">
          <Leave view={view} />
        </div>
      </Section>
      {invitations.length > 0 && (
        <Section title={t('organization.invitation.waiting')}>
          <Invitations view={view} />
        </Section>
      )}
      {can.manage.ok && (
        <Section title={t('organization.invitation.title')} note={t('organization.invitation.lead')}>
          <InviteForm id={organization.id} formKey={formKey} answer={answer} departments={departments} />
        </Section>
      )}
      <Section title={t('organization.department.title')} note={t('organization.department.note')}>
        <Departments view={view} />
      </Section>
    </>
  )
}

function Members({ view: { organization, members, can } }: { view: PeopleView }) {
  const t = useT()
  const columns: Column<MemberView>[] = [
    {
      key: 'name',
      head: t('organization.member.name'),
      header: true,
      cell: row => (
        <>
          {row.name}
          {row.isSelf && <span className="ink3"> {t('organization.member.self')}</span>}
        </>
      ),
    },
    {
      key: 'email',
      head: t('organization.member.email'),
      cell: row => (
        <>
          {row.email}{' '}
          {can.contact.ok && <Link href={paths.contact(row.accountId)}>{t('audit.contact.act')}</Link>}
        </>
      ),
    },
    { key: 'role', head: t('organization.member.role'), cell: row => t.pick(memberRoles[row.role]) },
    {
      key: 'department',
      head: t('organization.member.department'),
      label: t('organization.member.department'),
      full: true,
      cell: row => row.department ?? t('organization.member.noDepartment'),
    },
    {
      key: 'since',
      head: t('organization.member.since'),
      label: t('organization.member.since'),
      cell: row => <span className="num ink3">{t.dateTime(row.since).slice(0, 10)}</span>,
    },
    ...(can.manage.ok
      ? [
          {
            key: 'act',
            head: t('common.state.can'),
            cell: (row: MemberView) => (
              <Link href={paths.organizationMember(organization.id, row.accountId)}>
                {t('organization.member.change')}
                <span className="vh"> {row.name}</span>
              </Link>
            ),
          },
        ]
      : []),
  ]
  return (
    <DataTable
      caption={t('organization.members')}
      columns={columns}
      rows={members}
      rowKey={row => row.accountId}
    />
  )
}

function Leave({ view: { organization, members, can, formKey } }: { view: PeopleView }) {
  const t = useT()
  if (!members.some(each => each.isSelf)) return null
  if (!can.leave.ok)
    return (
      <ClosedButton size="sm" why={t.reason(can.leave.reason, can.leave.detail)}>
        {t('organization.member.leave')}
      </ClosedButton>
    )
  return (
    <Reveal summary={t('organization.member.leave')} look="quiet">
      <p>{t('organization.member.leaveText')}</p>
      <DeedForm
        action={paths.organizationDeparture(organization.id)}
        id={organization.id}
        formKey={formKey}
        look="refuse"
        size="sm"
      >
        {t('organization.member.leave')}
      </DeedForm>
    </Reveal>
  )
}

function Invitations({ view: { organization, invitations, can, formKey } }: { view: PeopleView }) {
  const t = useT()
  return (
    <>
      {invitations.map(({ id, email, role, department, expiresAt, standing }) => {
        const until =
          standing === 'expired'
            ? t('organization.invitation.expired')
            : t('organization.invitation.until', { time: t.dateTime(expiresAt) })
        const meta = [t.pick(memberRoles[role]), department, until].filter(Boolean).join(' · ')
        return (
          <FileRow
            key={id}
            name={email}
            meta={meta}
            side={
              can.manage.ok && (
                <form method="post" action={paths.organizationInvitation(organization.id)} className="acts">
                  <FormKey value={formKey} />
                  <input type="hidden" name="id" value={organization.id} />
                  <input type="hidden" name="invitationId" value={id} />
                  <SubmitButton look="quiet" size="sm" name="deed" value="resend">
                    {t('organization.invitation.resend')}
                  </SubmitButton>
                  <SubmitButton look="quiet" size="sm" name="deed" value="revoke">
                    {t('organization.invitation.revoke')}
                  </SubmitButton>
                </form>
              )
            }
          />
        )
      })}
    </>
  )
}

function Departments({ view: { organization, departments, can } }: { view: PeopleView }) {
  const t = useT()
  return (
    <>
      {departments.length === 0 && <p className="ink3">{t('organization.department.none')}</p>}
      {departments.map(({ id, name, duties: held, people }) => (
        <FileRow
          key={id}
          name={name}
          href={can.manage.ok ? paths.organizationDepartment(organization.id, id) : undefined}
          meta={listText(
            t,
            held.map(each => t.pick(duties[each])),
          )}
          side={t('organization.department.people', { n: people })}
        />
      ))}
      {can.manage.ok && (
        <Actions className="mt3">
          <ButtonLink look="line" size="sm" href={paths.organizationDepartments(organization.id)}>
            {t('organization.department.add')}
          </ButtonLink>
        </Actions>
      )}
    </>
  )
}
