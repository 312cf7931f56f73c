import { useForm } from '@conform-to/react'
import { certificateKindIds, certificateKinds } from '#domain/products/vocabulary.ts'
import { paths } from '#paths'
import { Select } from '../form/choice.tsx'
import { Field } from '../form/field.tsx'
import { useT } from '../shell/dictionary.tsx'
import { CertificateTable } from './certificate-table.tsx'
import {
  RecordForm,
  type RecordsAnswer,
  RecordsFrame,
  type RecordsPageView,
  RemoveRecord,
} from './records-frame.tsx'

type Fields = Record<
  'kind' | 'number' | 'issuer' | 'scope' | 'issuedOn' | 'validUntil' | 'attachmentId',
  string
>

/** 登记产品证书: the list as the product page shows it, and one certificate more. */
export function CertificatePage({ view, answer }: { view: RecordsPageView; answer: RecordsAnswer }) {
  const t = useT()
  const [form, fields] = useForm<Fields>({ id: 'certificate', lastResult: answer?.submission })
  const label = (name: keyof Fields) => t(`product.certificate.${name}`)
  const names = ['kind', 'number', 'issuer', 'scope', 'issuedOn', 'validUntil', 'attachmentId'] as const
  return (
    <RecordsFrame
      view={view}
      answer={answer}
      title={t('product.certificate.title')}
      lead={t('product.certificate.lead')}
      list={
        <CertificateTable
          rows={view.certificates.map(row => ({ ...row, kindName: t.pick(certificateKinds[row.kind]) }))}
          act={row => (
            <RemoveRecord
              view={view}
              recordId={row.id}
              action={paths.productCertificateRemoval(view.id)}
              name={row.number}
            />
          )}
        />
      }
    >
      <RecordForm
        form={form}
        view={view}
        submit={t('product.certificate.add')}
        labels={Object.fromEntries(names.map(name => [name, label(name)]))}
      >
        <Select
          field={fields.kind}
          label={label('kind')}
          empty={t('product.form.choose')}
          options={certificateKindIds.map(value => ({ value, label: t.pick(certificateKinds[value]) }))}
        />
        <div className="form__cols">
          <Field field={fields.number} label={label('number')} />
          <Field field={fields.issuer} label={label('issuer')} />
        </div>
        <Field
          field={fields.scope}
          label={label('scope')}
          hint={t('product.certificate.scopeHint')}
          optional
        />
        <div className="form__cols">
          <Field field={fields.issuedOn} kind="date" label={label('issuedOn')} />
          <Field
            field={fields.validUntil}
            kind="date"
            label={label('validUntil')}
            hint={t('product.certificate.validUntilHint')}
            optional
          />
        </div>
        {view.files.length > 0 && (
          <Select
            field={fields.attachmentId}
            label={label('attachmentId')}
            empty={t('product.certificate.noFile')}
            options={view.files.map(file => ({ value: file.id, label: file.name }))}
            optional
          />
        )}
      </RecordForm>
    </RecordsFrame>
  )
}
