import { paths } from '#paths'
import { Alert } from '../primitives/alert.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { OwnNotes } from './own-notes.tsx'
import type { ProductPageView } from './view.ts'

/** What this reader must know before anything else: an old version, and what only its own people are told. */
export function ProductNotes({ view }: { view: ProductPageView }) {
  const t = useT()
  const { reader, version, versions } = view
  const newest = versions[0]?.version ?? version.version
  const isOld = !version.isPublic && version.version < newest
  return (
    <div className="prodnotes">
      {isOld && (
        <Alert title={t('product.version.oldTitle', { n: version.version })}>
          <p>
            <Link href={paths.product(view.id)}>{t('product.version.oldLink')}</Link>
          </p>
        </Alert>
      )}
      {reader !== 'public' && <OwnNotes view={view} />}
    </div>
  )
}
