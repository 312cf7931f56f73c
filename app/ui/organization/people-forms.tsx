import { useForm } from '@conform-to/react'
import { duties, dutyIds, memberRoleIds, memberRoles } from '#domain/vocabulary.ts'
import { CheckGroup, RadioGroup, Select } from '../form/choice.tsx'
import { Field } from '../form/field.tsx'
import type { FieldMeta } from '../form/field-meta.ts'
import { useT } from '../shell/dictionary.tsx'
import { DeedFrame } from './frame.tsx'
import type { Answer, DepartmentView, MemberView } from './view.ts'

interface FormProps {
  id: string
  formKey: string
  answer: Answer
}

/** 邀请同事. */
export function InviteForm({
  departments,
  id,
  formKey,
  answer,
}: FormProps & { departments: readonly DepartmentView[] }) {
  const t = useT()
  const [form, fields] = useForm<{ email: string; role: string; departmentId: string }>({
    id: 'invite',
    lastResult: answer?.submission,
    defaultValue: { role: 'editor' },
  })
  return (
    <DeedFrame
      form={form}
      formKey={formKey}
      hidden={{ id }}
      submit={t('organization.invitation.submit')}
      labels={{ email: t('organization.invitation.email'), role: t('organization.member.role') }}
    >
      <Field field={fields.email} kind="email" label={t('organization.invitation.email')} />
      <Place role={fields.role} department={fields.departmentId} departments={departments} />
    </DeedFrame>
  )
}

/** 角色与部门 of one member. */
export function MemberForm({
  member,
  departments,
  id,
  formKey,
  answer,
}: FormProps & { member: MemberView; departments: readonly DepartmentView[] }) {
  const t = useT()
  const { role, departmentId } = member
  const [form, fields] = useForm<{ role: string; departmentId: string }>({
    id: 'member',
    lastResult: answer?.submission,
    defaultValue: { role, departmentId: departmentId ?? '' },
  })
  return (
    <DeedFrame
      form={form}
      formKey={formKey}
      hidden={{ id, accountId: member.accountId }}
      submit={t('organization.member.save')}
      labels={{ role: t('organization.member.role') }}
    >
      <Place role={fields.role} department={fields.departmentId} departments={departments} />
    </DeedFrame>
  )
}

function Place({
  role,
  department,
  departments,
}: {
  role: FieldMeta
  department: FieldMeta
  departments: readonly DepartmentView[]
}) {
  const t = useT()
  return (
    <>
      <RadioGroup
        row
        field={role}
        label={t('organization.member.role')}
        options={memberRoleIds.map(value => ({ value, label: t.pick(memberRoles[value]) }))}
      />
      {departments.length > 0 && (
        <Select
          field={department}
          label={t('organization.member.department')}
          hint={t('organization.member.departmentHint')}
          empty={t('organization.member.noDepartment')}
          options={departments.map(each => ({ value: each.id, label: each.name }))}
        />
      )}
    </>
  )
}

/** 部门 and its duties. */
export function DepartmentForm({
  department,
  id,
  formKey,
  answer,
}: FormProps & { department?: DepartmentView }) {
  const t = useT()
  const [form, fields] = useForm<{ name: string; duties: string[] }>({
    id: 'department',
    lastResult: answer?.submission,
    defaultValue: department && { name: department.name, duties: [...department.duties] },
  })
  return (
    <DeedFrame
      form={form}
      formKey={formKey}
      hidden={department ? { id, departmentId: department.id } : { id }}
      submit={t('organization.department.save')}
      labels={{ name: t('organization.department.name'), duties: t('organization.department.duties') }}
    >
      <Field field={fields.name} label={t('organization.department.name')} />
      <CheckGroup
        field={fields.duties}
        label={t('organization.department.duties')}
        options={dutyIds.map(value => ({
          value,
          label: t.pick(duties[value]),
          hint: t(`organization.department.hint.${value}`),
        }))}
      />
    </DeedFrame>
  )
}
