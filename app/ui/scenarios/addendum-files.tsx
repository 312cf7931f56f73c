import type { ReactNode } from 'react'
import { acceptedFiles, fileLimits, filePurposes, purposesOf } from '#domain/files/file.ts'
import { paths } from '#paths'
import { fileMeta, type ListedFile } from '../files/file-list.tsx'
import { Select } from '../form/choice.tsx'
import { Field } from '../form/field.tsx'
import type { FieldMeta } from '../form/field-meta.ts'
import { FieldErrors } from '../form/field-shell.tsx'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions } from '../primitives/button.tsx'
import { FileRow } from '../primitives/file-row.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'

interface WaitingFile extends ListedFile {
  by: string | null
  isOwn: boolean
  replaces: string | null
}

export interface AddendumFilesView {
  current: readonly ListedFile[]
  waiting: readonly WaitingFile[]
  room: number
  fileKey: string
}

interface Fields {
  fates: FieldMeta
  file: FieldMeta
  purpose: FieldMeta
  replaces: FieldMeta
}

/** 附件 of an addendum: what becomes of each that is there, what waits to be published, and a new one. */
export function AddendumFiles({ files, fields }: { files: AddendumFilesView; fields: Fields }) {
  const t = useT()
  const { current, waiting, fileKey } = files
  const others = current.map(({ id, name }) => ({ value: id, label: t('addendum.replace', { name }) }))
  return (
    <Section title={t('addendum.files')} note={t('addendum.filesNote')}>
      <FormKey name="fileKey" value={fileKey} />
      <div className="form" id={fields.fates.id} tabIndex={-1}>
        <FieldErrors field={fields.fates} />
        <FileGroup title={t('addendum.current')} empty={t('file.noFiles')}>
          {current.map(file => (
            <FileWithFate
              key={file.id}
              file={file}
              field={fateOf(fields.fates, file.id, 'keep')}
              options={[
                { value: 'keep', label: t('addendum.keep') },
                { value: 'withdraw', label: t('addendum.withdraw') },
              ]}
            />
          ))}
        </FileGroup>
        {waiting.length > 0 && (
          <FileGroup title={t('addendum.waiting')} note={t('addendum.waitingNote')}>
            {waiting.map(file => (
              <FileWithFate
                key={file.id}
                file={file}
                note={file.by && t('addendum.by', { by: file.by })}
                field={fateOf(fields.fates, file.id, meantFor(file, current))}
                options={[
                  { value: 'add', label: t('addendum.add') },
                  ...others,
                  { value: 'hold', label: t('addendum.hold') },
                  { value: 'drop', label: t('addendum.drop') },
                ]}
              />
            ))}
          </FileGroup>
        )}
        <NewFile files={files} fields={fields} />
      </div>
    </Section>
  )
}

/** A colleague's file is published by somebody who has chosen to. */
const meantFor = ({ isOwn, replaces }: WaitingFile, current: readonly ListedFile[]) => {
  if (!isOwn) return 'hold'
  return replaces && current.some(file => file.id === replaces) ? replaces : 'add'
}

/** The control of one file in the record that the form sends; what was chosen before comes back. */
function fateOf(fates: FieldMeta, id: string, usual: string): FieldMeta {
  const chosen = fates.initialValue as Readonly<Record<string, string>> | undefined
  const name = `${fates.name}.${id}`
  const own = `${fates.id}-${id}`
  return {
    ...{ id: own, errorId: `${own}-error`, descriptionId: `${own}-description`, name, formId: fates.formId },
    initialValue: chosen?.[id] ?? usual,
  }
}

function FileGroup({
  title,
  note,
  empty,
  children,
}: {
  title: string
  note?: string
  empty?: string
  children: readonly ReactNode[]
}) {
  return (
    <div>
      <h3 className="t16">{title}</h3>
      {note && <p className="t14 ink2">{note}</p>}
      {children.length === 0 ? <p className="unsaid">{empty}</p> : <ul className="files">{children}</ul>}
    </div>
  )
}

function FileWithFate({
  file,
  note,
  field,
  options,
}: {
  file: ListedFile
  note?: string | null
  field: FieldMeta
  options: readonly { value: string; label: string }[]
}) {
  const t = useT()
  const meta = [fileMeta(t, file), ...(note ? [note] : [])].join(' · ')
  return (
    <li className="files__fate">
      <FileRow name={file.name} href={file.open ? paths.file(file.id) : undefined} saved meta={meta} />
      <Select
        field={field}
        label={
          <>
            {t('addendum.fate')}
            <span className="vh">{t('addendum.ofFile', { name: file.name })}</span>
          </>
        }
        options={options}
      />
    </li>
  )
}

function NewFile({ files: { current, room }, fields }: { files: AddendumFilesView; fields: Fields }) {
  const t = useT()
  // What was chosen for files that have been put by says nothing about the next ones. A conform field cannot be spread.
  const again = (field: FieldMeta, usual: string): FieldMeta => ({
    ...{ id: field.id, errorId: field.errorId, descriptionId: field.descriptionId },
    ...{ name: field.name, formId: field.formId, errors: field.errors },
    initialValue: fields.file.errors ? field.initialValue : usual,
  })
  const purposes = purposesOf.scenario
  return (
    <>
      <h3 className="t16">{t('addendum.upload')}</h3>
      <div className="form__cols">
        <Select
          field={again(fields.purpose, purposes[0] ?? 'other')}
          label={t('file.purpose')}
          options={purposes.map(value => ({ value, label: t.pick(filePurposes[value]) }))}
        />
        {current.length > 0 && (
          <Select
            field={again(fields.replaces, '')}
            label={t('addendum.replaces')}
            empty={t('addendum.replacesNone')}
            options={current.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </div>
      <Field
        kind="file"
        field={fields.file}
        multiple
        accept={acceptedFiles}
        label={t('file.choose')}
        hint={t('addendum.chooseHint', { mib: fileLimits.bytes / 1024 / 1024, room })}
        optional
      />
      <Actions>
        <SubmitButton look="line" name="act" value="keep">
          {t('addendum.act')}
        </SubmitButton>
      </Actions>
    </>
  )
}
