import type { SubmissionResult } from '@conform-to/react'
import { importNouns } from '#domain/imports/column.ts'
import { importFormats } from '#domain/imports/states.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { paths } from '#paths'
import { RadioGroup } from '../form/choice.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Field } from '../form/field.tsx'
import { flatForm } from '../form/flat-form.ts'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { DataTable } from '../primitives/data-table.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import type { ImportLineView } from './view.ts'

/** 批量导入: what was imported, and what can be taken along. */
export function ImportsPage({ imports, can }: { imports: readonly ImportLineView[]; can: Verdict }) {
  const t = useT()
  return (
    <>
      <Actions>
        {can.ok ? (
          <>
            <ButtonLink href={paths.importNew()}>{t('imports.new')}</ButtonLink>
            <Link href={paths.ownDeployments()}>{t('imports.seeDeployments')}</Link>
          </>
        ) : (
          <p className="ink2">{t.reason(can.reason, can.detail)}</p>
        )}
      </Actions>
      <Section title={t('imports.list')}>
        {imports.length === 0 ? (
          <EmptyState title={t('imports.none')}>{t('imports.noneText')}</EmptyState>
        ) : (
          <Listed imports={imports} />
        )}
      </Section>
      <Templates />
      {can.ok && (
        <Section title={t('imports.export')} note={t('imports.exportNote')}>
          <ul className="acts">
            {importNouns.flatMap(noun =>
              importFormats.map(format => (
                <li key={noun + format}>
                  <a href={paths.importExport({ noun, format })} download>
                    {t('imports.exportOf', { noun: t(`imports.noun.${noun}`), format: format.toUpperCase() })}
                  </a>
                </li>
              )),
            )}
          </ul>
        </Section>
      )}
    </>
  )
}

function Listed({ imports }: { imports: readonly ImportLineView[] }) {
  const t = useT()
  return (
    <DataTable
      caption={t('imports.list')}
      rows={imports}
      rowKey={each => each.id}
      columns={[
        {
          key: 'file',
          head: t('imports.file'),
          header: true,
          cell: each => (
            <>
              <Link href={paths.import(each.id)}>{each.fileName}</Link>
              <span className="tbl__sub">
                {t(`imports.noun.${each.noun}`)} · {t('imports.at', { time: t.dateTime(each.at) })}
              </span>
            </>
          ),
        },
        {
          key: 'rows',
          head: t('imports.row'),
          label: t('imports.row'),
          cell: each => t('imports.rows', { n: each.total }),
        },
        {
          key: 'state',
          head: t('imports.state'),
          label: t('imports.state'),
          cell: each => t(`imports.status.${each.status}`),
        },
      ]}
    />
  )
}

export function Templates() {
  const t = useT()
  return (
    <Section title={t('imports.template')} note={t('imports.templateNote')}>
      <ul className="acts">
        {importNouns.flatMap(noun =>
          (['xlsx', 'csv'] as const).map(format => (
            <li key={noun + format}>
              <a href={paths.importTemplate({ noun, format })} download>
                {t('imports.templateOf', { noun: t(`imports.noun.${noun}`), format: format.toUpperCase() })}
              </a>
            </li>
          )),
        )}
      </ul>
    </Section>
  )
}

/** The form that sends a file. */
export function UploadForm({
  formKey,
  noun,
  can,
  answer,
}: {
  formKey: string
  noun: string | null
  can: Verdict
  answer: { submission: SubmissionResult } | undefined
}) {
  const t = useT()
  const [form, fields] = flatForm(['noun', 'file'] as const, {
    id: 'import',
    lastResult: answer?.submission,
    defaultValue: { noun: noun ?? undefined },
  })
  if (!can.ok) return <Alert title={t.reason(can.reason, can.detail)} />
  return (
    <form method="post" encType="multipart/form-data" id={form.id} noValidate className="form">
      <ErrorSummary form={form} labels={{ noun: t('imports.what'), file: t('imports.file') }} />
      <FormKey value={formKey} />
      <RadioGroup
        row
        field={fields.noun}
        label={t('imports.what')}
        options={importNouns.map(value => ({ value, label: t(`imports.noun.${value}`) }))}
      />
      <Field
        field={fields.file}
        kind="file"
        accept=".xlsx,.csv,.txt,.json"
        label={t('imports.file')}
        hint={t('imports.fileHint')}
      />
      <Actions>
        <SubmitButton>{t('imports.upload')}</SubmitButton>
      </Actions>
    </form>
  )
}
