import type { Translate } from '#i18n/translate.ts'
import { Badge } from '../primitives/badge.tsx'
import { useT } from '../shell/dictionary.tsx'
import { type Answer, StateLine } from '../shell/state-line.tsx'
import { heldCan, heldWaits, memberCan } from './own-answers.ts'
import type { ProductPageView } from './view.ts'

/** 页首四问 of a product, for this reader. */
export function ProductStateLine({ view }: { view: ProductPageView }) {
  const t = useT()
  const { stated, important } = view.specs
  const disclosed = t('product.list.disclosed', { n: stated, total: important })
  const status = view.source === 'report' ? 'reference' : view.status
  return (
    <StateLine
      where={whereOf(t, view)}
      state={{ strong: <Badge noun="product" status={status} />, note: disclosed }}
      can={canOf(t, view)}
      waits={waitsOf(t, view, important - stated)}
    />
  )
}

function whereOf(t: Translate, { status, source, version, isPublic }: ProductPageView): Answer {
  if (source === 'report') return { strong: t('product.where.report'), note: t('product.whereNote.report') }
  switch (status) {
    case 'draft':
      return isPublic
        ? {
            strong: t('product.where.revision', { n: version.version }),
            note: t('product.whereNote.revision'),
          }
        : { strong: t('product.where.draft'), note: t('product.whereNote.draft') }
    case 'returned':
      return { strong: t('product.where.returned'), note: t(notPublicNote(isPublic, 'draft')) }
    case 'submitted':
      return { strong: t('product.where.submitted'), note: t(notPublicNote(isPublic, 'submitted')) }
    case 'published':
      return {
        strong: t('product.where.published'),
        note: t('product.whereNote.published', { n: version.version }),
      }
    default:
      return { strong: t(`product.where.${status}`), note: t('product.whereNote.ended') }
  }
}

const notPublicNote = (isPublic: boolean, otherwise: 'draft' | 'submitted') =>
  isPublic ? ('product.whereNote.revision' as const) : (`product.whereNote.${otherwise}` as const)

function canOf(t: Translate, view: ProductPageView): Answer {
  if (view.reader === 'member') return memberCan(t, view)
  if (view.reader === 'officer' && view.can.review.ok) return { strong: t('product.can.review') }
  if (view.hold) return heldCan(t, view)
  return { strong: t(view.source === 'report' ? 'product.can.readReport' : 'product.can.read') }
}

function waitsOf(t: Translate, { status, source, hold }: ProductPageView, undisclosed: number): Answer {
  if (source === 'report') return { strong: t('product.waits.nobody') }
  if (status === 'draft' || status === 'returned')
    return { strong: t('product.waits.self'), note: t('product.waits.selfNote') }
  if (status === 'submitted')
    return { strong: t('product.waits.office'), note: t('product.waits.officeNote') }
  if (hold) return heldWaits(t, hold)
  return status === 'published' && undisclosed > 0
    ? { strong: t('product.waits.firm'), note: t('product.waits.firmNote', { n: undisclosed }) }
    : { strong: t('product.waits.nobody') }
}
