import { type SubmissionResult, useForm } from '@conform-to/react'
import { districts, officerRoleIds, officerRoles } from '#domain/vocabulary.ts'
import { paths } from '#paths'
import { Select } from '../form/choice.tsx'
import { DeedForm } from '../form/deed-form.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Field } from '../form/field.tsx'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { type Column, DataTable } from '../primitives/data-table.tsx'
import { isDistrict } from '../scenarios/words.ts'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import { AccountFrame } from './frame.tsx'

type Role = keyof typeof officerRoles

export interface OfficersView {
  officers: {
    accountId: string
    name: string
    email: string
    role: Role
    district: string | null
    hasFactor: boolean
  }[]
  invitations: {
    id: string
    email: string
    officeRole: Role | null
    district: string | null
    expiresAt: Date
  }[]
  formKey: string
  lastResult?: SubmissionResult | null
}

/** 岗位人员: who is in office, who was invited, and the invitation itself. */
export function OfficersPage({ officers, invitations, formKey, lastResult }: OfficersView) {
  const t = useT()
  return (
    <AccountFrame title={t('account.officers.title')} note={t('account.officers.note')}>
      <Section title={t('account.officers.list')} note={t('account.officers.listNote')}>
        <OfficerTable officers={officers} />
      </Section>
      <Section title={t('account.officers.invite')} note={t('account.officers.inviteNote')}>
        <InviteForm formKey={formKey} lastResult={lastResult} />
      </Section>
      <Section title={t('account.officers.waiting')}>
        {invitations.length === 0 && <p className="ink3">{t('account.officers.none')}</p>}
        <ul className="cast">
          {invitations.map(({ id, email, officeRole, expiresAt }) => (
            <li key={id}>
              <div>
                <b>{email}</b>
                <span>
                  {officeRole && t.pick(officerRoles[officeRole])} ·{' '}
                  {t('account.officers.until', { date: t.date(expiresAt) })}
                </span>
              </div>
              <DeedForm action={paths.officeInvitations()} id={id} formKey={formKey} look="line" size="sm">
                {t('account.officers.revoke')}
              </DeedForm>
            </li>
          ))}
        </ul>
      </Section>
    </AccountFrame>
  )
}

type Officer = OfficersView['officers'][number]

function OfficerTable({ officers }: Pick<OfficersView, 'officers'>) {
  const t = useT()
  const columns: Column<Officer>[] = [
    {
      key: 'who',
      head: t('account.officers.who'),
      header: true,
      full: true,
      cell: each => (
        <>
          {each.name} <Link href={paths.contact(each.accountId)}>{each.email}</Link>
        </>
      ),
    },
    { key: 'role', head: t('account.officers.role'), cell: each => t.pick(officerRoles[each.role]) },
    {
      key: 'district',
      head: t('account.officers.district'),
      label: t('account.officers.district'),
      cell: each => (isDistrict(each.district) ? t.pick(districts[each.district]) : '—'),
    },
    {
      key: 'factor',
      head: t('account.officers.factor'),
      label: t('account.officers.factor'),
      cell: each => t(each.hasFactor ? 'account.own.factorOn' : 'account.own.factorOff'),
    },
    {
      key: 'relieve',
      head: t('account.officers.relieve'),
      cell: each => (
        <ButtonLink
          look="line"
          size="sm"
          href={paths.officeRelief({ account: each.accountId, role: each.role })}
        >
          {t('account.officers.relieve')}
        </ButtonLink>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('account.officers.list')}
      columns={columns}
      rows={officers}
      rowKey={each => `${each.accountId} ${each.role}`}
    />
  )
}

function InviteForm({ formKey, lastResult }: Pick<OfficersView, 'formKey' | 'lastResult'>) {
  const t = useT()
  const [form, fields] = useForm<{ email: string; role: string; district: string }>({
    id: 'invite',
    lastResult: lastResult ?? undefined,
  })
  const label = {
    email: t('account.email'),
    role: t('account.officers.role'),
    district: t('account.officers.district'),
  }
  return (
    <form method="post" id={form.id} noValidate className="stack signin__form">
      <ErrorSummary form={form} labels={label} />
      <FormKey value={formKey} />
      <Field field={fields.email} label={label.email} kind="email" autoComplete="off" />
      <Select
        field={fields.role}
        label={label.role}
        empty="—"
        options={officerRoleIds.map(value => ({ value, label: t.pick(officerRoles[value]) }))}
      />
      <Select
        field={fields.district}
        label={label.district}
        optional
        empty="—"
        options={Object.entries(districts).map(([value, name]) => ({ value, label: t.pick(name) }))}
      />
      <Actions>
        <SubmitButton>{t('account.officers.send')}</SubmitButton>
      </Actions>
    </form>
  )
}
