import { useForm } from '@conform-to/react'
import { industries, industryIds } from '#domain/organizations/industries.ts'
import { districtCodes, districts, organizationTypeIds, organizationTypes } from '#domain/vocabulary.ts'
import { paths } from '#paths'
import { Check, Select } from '../form/choice.tsx'
import { Field, TextArea } from '../form/field.tsx'
import { Alert } from '../primitives/alert.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'
import { DeedFrame } from './frame.tsx'
import type { Answer, OrganizationView } from './view.ts'

type Fields = {
  uscc: string
  usccAsPrinted: string
  usccNote: string
  name: string
  type: string
  industry: string
  district: string
  region: string
  legalRepresentative: string
}

/** 单位基本信息, of a new organisation or of one that is here. */
export function BasicsForm({
  organization,
  formKey,
  answer,
}: {
  organization?: OrganizationView
  formKey: string
  answer: Answer
}) {
  const t = useT()
  const [form, fields] = useForm<Fields>({
    id: 'organization',
    lastResult: answer?.submission,
    defaultValue: organization && typedOf(organization),
  })
  const label = (name: keyof Fields) => t(`organization.field.${name}`)
  const names = [
    'uscc',
    'usccNote',
    'name',
    'type',
    'industry',
    'district',
    'region',
    'legalRepresentative',
  ] as const
  return (
    <>
      {answer?.refusal?.reason === 'organization.exists' && (
        <Exists uscc={String(answer.submission.initialValue?.uscc ?? '')} />
      )}
      <DeedFrame
        form={form}
        formKey={formKey}
        hidden={organization ? { id: organization.id, rev: organization.rev } : {}}
        submit={t(`organization.submit.${organization ? 'edit' : 'new'}`)}
        labels={Object.fromEntries(names.map(name => [name, label(name)]))}
      >
        <Field field={fields.uscc} label={label('uscc')} hint={t('organization.field.usccHint')} />
        <Check
          field={fields.usccAsPrinted}
          label={label('usccAsPrinted')}
          hint={t('organization.field.usccAsPrintedHint')}
        />
        <TextArea
          field={fields.usccNote}
          label={label('usccNote')}
          hint={t('organization.field.usccNoteHint')}
          rows={2}
          optional
        />
        <Field field={fields.name} label={label('name')} hint={t('organization.field.nameHint')} />
        <Field field={fields.legalRepresentative} label={label('legalRepresentative')} />
        <div className="form__cols">
          <Select
            field={fields.type}
            label={label('type')}
            empty={t('organization.field.choose')}
            options={organizationTypeIds.map(value => ({ value, label: t.pick(organizationTypes[value]) }))}
          />
          <Select
            field={fields.industry}
            label={label('industry')}
            hint={t('organization.field.industryHint')}
            empty={t('organization.field.choose')}
            options={industryIds.map(value => ({ value, label: `${value} ${t.pick(industries[value])}` }))}
          />
          <Select
            field={fields.district}
            label={label('district')}
            empty={t('organization.field.outside')}
            options={districtCodes.map(value => ({ value, label: t.pick(districts[value]) }))}
          />
          <Field
            field={fields.region}
            label={label('region')}
            hint={t('organization.field.regionHint')}
            optional
          />
        </div>
      </DeedFrame>
    </>
  )
}

/** One organisation per code: the way on is to claim it. */
function Exists({ uscc }: { uscc: string }) {
  const t = useT()
  return (
    <Alert title={t('organization.exists')}>
      <p>{t('organization.existsText')}</p>
      <p>
        <ButtonLink size="sm" look="line" href={paths.organizationClaim(uscc)}>
          {t('organization.claim.open')}
        </ButtonLink>
      </p>
    </Alert>
  )
}

function typedOf(organization: OrganizationView) {
  const { uscc, usccNote, name, type, industry, district, region, legalRepresentative } = organization
  return {
    uscc: uscc ?? '',
    usccAsPrinted: usccNote === null ? '' : 'on',
    usccNote: usccNote ?? '',
    ...{ name, type: type ?? '', industry: industry ?? '' },
    ...{ district: district ?? '', region: region ?? '', legalRepresentative: legalRepresentative ?? '' },
  }
}
