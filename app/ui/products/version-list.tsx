import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { type Step, Timeline } from '../primitives/timeline.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import type { ProductPageView } from './view.ts'

/** Every version this reader may see, the newest first. */
export function VersionList({ view }: { view: ProductPageView }) {
  const t = useT()
  const several = view.versions.length > 1
  const steps = view.versions.map((line): Step => {
    const words = [
      line.publishedAt
        ? t('product.version.publishedAt', { time: t.date(line.publishedAt) })
        : t('product.version.draft'),
      line.isPublic && t('product.version.public'),
      several && line.isShown && t('product.version.shown'),
    ]
    const name = t('product.version.n', { n: line.version })
    return {
      key: String(line.version),
      state: line.publishedAt ? 'done' : 'now',
      title: line.isShown ? (
        name
      ) : (
        <Link href={paths.product(view.id, { version: line.version })}>{name}</Link>
      ),
      time: words.filter(Boolean).join(t.locale === 'zh' ? '，' : ', '),
      at: line.publishedAt?.toISOString(),
    }
  })
  return (
    <>
      <h3 className="aside__head">{t('product.part.versions')}</h3>
      <Timeline steps={steps} />
      {several && (
        <p className="t14 mt2">
          <Link href={paths.productVersion(view.id, view.version.version)}>
            {t('product.version.compare')}
          </Link>
        </p>
      )}
      <p className="t13 ink3 mt2">{t('product.version.note')}</p>
    </>
  )
}

const stops = ['return', 'withdraw', 'suspend', 'halt', 'uphold']

/** 进程, for the firm and the bureau. */
export function ProductProcess({ view }: { view: ProductPageView }) {
  const t = useT()
  if (view.history.length === 0) return null
  return (
    <>
      <h3 className="aside__head">{t('product.part.process')}</h3>
      <Timeline steps={view.history.map((step, index) => stepOf(t, step, { index, reader: view.reader }))} />
    </>
  )
}

function stepOf(
  t: Translate,
  { deed, at, by, reason, isOffice }: ProductPageView['history'][number],
  { index, reader }: { index: number; reader: ProductPageView['reader'] },
): Step {
  // The firm deals with the bureau, not with one of its officers by name.
  const name = isOffice && reader === 'member' ? t('product.process.office') : by
  const why = reason ? t('product.process.reason', { reason }) : null
  return {
    key: `${index}-${deed}`,
    state: stops.includes(deed) ? 'stop' : 'done',
    title: t.maybe(`product.deed.${deed}`) ?? deed,
    time: t.moment(at),
    at: at.toISOString(),
    who: [name, why].filter(Boolean).join(t.locale === 'zh' ? '，' : ', '),
  }
}
