import { paths } from '#paths'
import { Alert } from '../primitives/alert.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { OwnNotes } from './own-notes.tsx'
import type { PartView, SolutionPageView } from './view.ts'
import { listText } from './words.ts'

/** What this reader must know before anything else: a product that is gone, a firm that does not agree any more. */
export function SolutionNotes({ view }: { view: SolutionPageView }) {
  const t = useT()
  const { reader, parts, version, versions, isPublic } = view
  const shown = versions.find(each => each.isShown)
  const isOld = !shown?.isPublic && version < (versions[0]?.version ?? version)
  const namesOf = (some: readonly PartView[]) =>
    listText(
      t,
      some.map(({ name }) => name),
    )
  const gone = parts.filter(each => !each.isPublic)
  const declined = isPublic ? parts.filter(({ consent }) => consent === 'declined') : []
  return (
    <div className="prodnotes">
      {isOld && (
        <Alert title={t('solution.warn.oldTitle', { n: version })}>
          <p>
            <Link href={paths.solution(view.id)}>{t('solution.warn.oldLink')}</Link>
          </p>
        </Alert>
      )}
      {gone.length > 0 && (
        <Alert tone="red" title={t('solution.warn.gone')}>
          <p>{t('solution.warn.goneText', { names: namesOf(gone) })}</p>
        </Alert>
      )}
      {declined.length > 0 && (
        <Alert tone="red" title={t('solution.warn.declined')}>
          <p>{t('solution.warn.declinedText', { names: namesOf(declined) })}</p>
        </Alert>
      )}
      {reader === 'member' && <OwnNotes view={view} />}
    </div>
  )
}
