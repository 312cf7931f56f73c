import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { Alert } from '../primitives/alert.tsx'
import { Icon } from '../primitives/icon.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { fieldLabel } from './field-labels.ts'
import type { ProductPageView } from './view.ts'

/** What this reader must know before anything else: an old version, why it came back, what is missing. */
export function ProductNotes({ view }: { view: ProductPageView }) {
  const t = useT()
  const { reader, status, history, missing, version, versions } = view
  const returned = status === 'returned' ? history.findLast(step => step.deed === 'return') : undefined
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
      {reader !== 'public' && returned && (
        <Alert tone="red" title={t('product.returned.title')}>
          <p>{returned.reason}</p>
          <p className="t13 ink3">{t('product.returned.at', { time: t.moment(returned.at) })}</p>
        </Alert>
      )}
      {missing.length > 0 && (
        <Alert title={t('product.missing.title', { n: missing.length })}>
          <ul className="prodnotes__missing">
            {missing.map(({ field, error }) => (
              <li key={`${field}-${error}`}>
                <Link href={`${paths.productEdit(view.id)}#product-${field}`}>{fieldLabel(t, field)}</Link>
                {colon(t)}
                {t.error(error)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {reader === 'member' && status === 'draft' && missing.length === 0 && (
        <Alert tone="blue" title={t('product.missing.done')} />
      )}
    </div>
  )
}

const colon = (t: Translate) => (t.locale === 'zh' ? '：' : ': ')

/** 公开报道案例: where it was read, and what that means. */
export function ReportNote({ sourceUrl }: { sourceUrl: string | null }) {
  const t = useT()
  return (
    <>
      <h3 className="aside__head">{t('product.part.source')}</h3>
      <p className="t13 ink2">{t('product.part.report')}</p>
      {sourceUrl ? (
        <p className="t14 mt2">
          <a href={sourceUrl} rel="noopener noreferrer nofollow">
            {t('product.part.readReport')} <Icon name="external" />
          </a>
        </p>
      ) : (
        <p className="t14 mt2 ink3">{t('product.part.noReport')}</p>
      )}
    </>
  )
}
