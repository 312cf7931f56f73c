import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { Alert } from '../primitives/alert.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { HoldNote } from './hold-note.tsx'
import type { ProductPageView } from './view.ts'

/** What its own people and the office must know: why it came back, what is missing. */
export function OwnNotes({ view }: { view: ProductPageView }) {
  const t = useT()
  const { reader, status, history, missing, hold } = view
  const returned = status === 'returned' ? history.findLast(step => step.deed === 'return') : undefined
  return (
    <>
      {hold && <HoldNote hold={hold} isOwn={reader === 'member'} />}
      {returned && (
        <Alert tone="red" title={t('product.returned.title')}>
          <p>{returned.reason}</p>
          <p className="t13 ink3">{t('product.returned.at', { time: t.moment(returned.at) })}</p>
        </Alert>
      )}
      {missing.length > 0 && (
        <Alert title={t('product.missing.title', { n: missing.length })}>
          <ul className="prodnotes__missing">
            {missing.map(({ field, label, error }) => (
              <li key={`${field}-${error}`}>
                <Link href={`${paths.productEdit(view.id)}#product-${field}`}>{label}</Link>
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
    </>
  )
}

const colon = (t: Translate) => (t.locale === 'zh' ? '：' : ': ')
