import type { ReactNode } from 'react'
import {
  type FileKind,
  type FilePurpose,
  fileKinds,
  filePurposes,
  type HolderNoun,
  type ScanState,
} from '#domain/files/file.ts'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { ButtonLink } from '../primitives/button.tsx'
import { FileRow } from '../primitives/file-row.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'

/** A file as the lists of it show it. */
export interface ListedFile {
  id: string
  purpose: FilePurpose
  name: string
  kind: FileKind
  bytes: number
  createdAt: Date | string
  scan: ScanState | null
  open: boolean
  picture: { width: number; height: number } | null
  /** The addendum that brought it, if one did. */
  addendum?: number | null
}

/** 附件: the files of an object on its own page; `manage` leads its people to where they are changed. */
export function AttachmentPanel({
  of: { noun, id },
  files,
  manage = false,
}: {
  of: { noun: HolderNoun; id: string }
  files: readonly ListedFile[]
  manage?: boolean
}) {
  const t = useT()
  if (files.length === 0 && !manage) return null
  return (
    <Section title={t('file.title')}>
      <FileList files={files} />
      {manage && (
        <p className="mt3">
          <ButtonLink href={paths.filesOf(noun, id)} look="quiet">
            {t('file.manage')}
          </ButtonLink>
        </p>
      )}
    </Section>
  )
}

/** Name, kind, size and state of each; what may not be fetched now is named and not linked. */
export function FileList({
  files,
  side,
}: {
  files: readonly ListedFile[]
  /** A button at the end of a row. */
  side?: (file: ListedFile) => ReactNode
}) {
  const t = useT()
  if (files.length === 0) return <p className="unsaid">{t('file.noFiles')}</p>
  return (
    <ul className="files">
      {files.map(file => (
        <li key={file.id}>
          <FileRow
            name={file.name}
            href={file.open ? paths.file(file.id) : undefined}
            saved
            picture={
              file.picture && (
                <img
                  className="files__thumb"
                  src={paths.fileThumbnail(file.id)}
                  alt={t('file.thumbnail', { name: file.name })}
                  loading="lazy"
                />
              )
            }
            meta={fileMeta(t, file)}
            side={side?.(file)}
          />
        </li>
      ))}
    </ul>
  )
}

/** What it is for, its kind, size and state, in one line. */
export function fileMeta(t: Translate, { purpose, name, kind, bytes, scan, addendum }: ListedFile): string {
  const facts = [t.pick(filePurposes[purpose]), labelOf(name, kind), sizeText(bytes)]
  if (purpose === 'funding') facts.push(t('file.private'))
  if (addendum) facts.push(t('file.withAddendum', { n: addendum }))
  if (scan) facts.push(t(`file.scan.${scan}`))
  return facts.join(' · ')
}

/** Tables and texts are one kind; their names, which fit it, tell them apart. */
export const labelOf = (name: string, kind: FileKind) =>
  kind === 'text' ? name.slice(name.lastIndexOf('.') + 1).toUpperCase() : fileKinds[kind].label

/** 12 KiB, 3.4 MiB. */
export function sizeText(bytes: number): string {
  const kibibytes = bytes / 1024
  if (kibibytes < 1024) return `${Math.max(1, Math.round(kibibytes))} KiB`
  return `${(kibibytes / 1024).toFixed(1)} MiB`
}
