import { type FileKind, type FilePurpose, filePurposes } from '#domain/files/file.ts'
import type { Day } from '#domain/shared/dates.ts'
import { paths } from '#paths'
import { labelOf, sizeText } from '../files/file-list.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'

interface VersionFile {
  id: string
  name: string
  kind: FileKind
  purpose: FilePurpose
  bytes: number
  sha256: string
  on: Day
  open: boolean
}

export interface FileChangeView {
  before: VersionFile | null
  after: VersionFile | null
}

/** As much of a hash as one compares by eye; the whole of it is its title. */
const hashShown = 12

/** Attachments before and after an addendum, side by side; both can be had, whichever is public now. */
export function FileChanges({ changes }: { changes: readonly FileChangeView[] }) {
  const t = useT()
  return (
    <dl className="changes">
      {changes.map(({ before, after }) => {
        const purpose = (after ?? before)?.purpose ?? 'other'
        const what = before && after ? 'addendum.replaced' : after ? 'addendum.added' : 'addendum.withdrawn'
        return (
          <div className="changes__one" key={`${before?.id}.${after?.id}`}>
            <dt>
              {t('review.about', { about: t(what), said: t.pick(filePurposes[purpose]) })}
              <span className="t13 ink3">{t('review.material')}</span>
            </dt>
            <Side title={t('review.before')} file={before} />
            <Side title={t('review.after')} file={after} />
          </div>
        )
      })}
    </dl>
  )
}

function Side({ title, file }: { title: string; file: VersionFile | null }) {
  const t = useT()
  return (
    <dd>
      <span className="changes__side">{title}</span>
      {file === null ? <span className="unsaid">{t('addendum.none')}</span> : <SideFile file={file} />}
    </dd>
  )
}

function SideFile({ file }: { file: VersionFile }) {
  const t = useT()
  const { id, name, kind, bytes, on, sha256, open } = file
  const fact = { kind: labelOf(name, kind), size: sizeText(bytes), on: t.day(on) }
  return (
    <>
      {open ? (
        <Link href={paths.file(id)} download="">
          {name}
        </Link>
      ) : (
        <>
          {name} <span className="unsaid">{t('addendum.closed')}</span>
        </>
      )}
      <span className="changes__side num">{t('addendum.fact', fact)}</span>
      <span className="changes__side num" title={sha256}>
        {t('addendum.hash', { hash: sha256.slice(0, hashShown) })}
      </span>
    </>
  )
}
