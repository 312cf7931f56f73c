import type { SubmissionResult } from '@conform-to/react'
import {
  acceptedFiles,
  type FilePurpose,
  fileLimits,
  filePurposes,
  type HolderNoun,
} from '#domain/files/file.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { paths } from '#paths'
import { Select } from '../form/choice.tsx'
import { DeedForm } from '../form/deed-form.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Field } from '../form/field.tsx'
import { flatForm } from '../form/flat-form.ts'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { DeedPage } from '../shell/deed-page.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import { FileList, type ListedFile } from './file-list.tsx'

interface FilesView {
  noun: HolderNoun
  id: string
  title: string
  files: readonly ListedFile[]
  can: Verdict
  purposes: readonly FilePurpose[]
  room: number
  formKey: string
}

interface FilesAnswer {
  submission: SubmissionResult
}

/** 附件 of one object: the list with a button to remove each, and the form that adds to it. */
export function FilesPage({ view, answer }: { view: FilesView; answer?: FilesAnswer }) {
  const t = useT()
  const { noun, id, files, can, formKey } = view
  const title = view.title || t('scenario.mine.untitled')
  const back = { scenario: paths.scenario, product: paths.product, site: paths.site }[noun](id)
  const visible =
    noun === 'site' ? t('file.visibleSite') : t('file.visible', { what: t(`file.noun.${noun}`) })
  const removal = can.ok ? (file: ListedFile) => <Removal file={file} formKey={formKey} /> : undefined
  return (
    <DeedPage title={t('file.title')} crumbs={[{ label: title, href: back }]} facts={<span>{title}</span>}>
      <Section title={t('file.list')} note={visible}>
        <FileList files={files} side={removal} />
      </Section>
      <Section title={t('file.add')}>
        {can.ok ? (
          <AddForm view={view} answer={answer} />
        ) : (
          <Alert title={t.reason(can.reason, can.detail)} />
        )}
        <Actions className="mt3">
          <ButtonLink href={back} look="quiet">
            {t('common.back')}
          </ButtonLink>
        </Actions>
      </Section>
    </DeedPage>
  )
}

function Removal({ file, formKey }: { file: ListedFile; formKey: string }) {
  const t = useT()
  return (
    <DeedForm action={paths.fileRemoval(file.id)} id={file.id} formKey={formKey} look="line" size="sm">
      <span aria-hidden="true">{t('file.remove')}</span>
      <span className="vh">{t('file.removeWhich', { name: file.name })}</span>
    </DeedForm>
  )
}

function AddForm({ view, answer }: { view: FilesView; answer?: FilesAnswer }) {
  const t = useT()
  const { noun, id, purposes, room, formKey } = view
  const [form, fields] = flatForm(['file', 'purpose'] as const, {
    id: 'files',
    lastResult: answer?.submission,
    defaultValue: { purpose: purposes[0] },
  })
  if (room === 0) return <Alert title={t('file.full', { max: fileLimits.perObject })} />
  return (
    <form
      method="post"
      action={paths.filesOf(noun, id)}
      encType="multipart/form-data"
      id={form.id}
      className="form"
    >
      <ErrorSummary form={form} labels={{ file: t('file.choose'), purpose: t('file.purpose') }} />
      {/* What is typed comes before the bytes, so that it is known when they turn out to be too many. */}
      <input type="hidden" name="noun" value={noun} />
      <input type="hidden" name="objectId" value={id} />
      <FormKey value={formKey} />
      <Select
        field={fields.purpose}
        label={t('file.purpose')}
        hint={purposes.includes('funding') ? t('file.fundingHint') : undefined}
        options={purposes.map(value => ({ value, label: t.pick(filePurposes[value]) }))}
      />
      <Field
        field={fields.file}
        kind="file"
        multiple
        accept={acceptedFiles}
        label={t('file.choose')}
        hint={t('file.chooseHint', { mib: fileLimits.bytes / 1024 / 1024, room })}
      />
      <Actions>
        <SubmitButton>{t('file.submit')}</SubmitButton>
      </Actions>
    </form>
  )
}
