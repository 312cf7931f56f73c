import { paths } from '#paths'
import { ButtonLink } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { ProductPageView } from './view.ts'

/** The way back for its own people: showing it again, or asking the bureau to; or the review of a next version. */
export function HeldAct({ view }: { view: ProductPageView }) {
  const t = useT()
  const { id, can } = view
  return (
    <>
      {can.resume.ok && (
        <ButtonLink full href={paths.productResumption(id)}>
          {t('product.hold.resume.title')}
        </ButtonLink>
      )}
      {can.appeal.ok && (
        <ButtonLink full href={paths.productAppeal(id)}>
          {t('product.hold.appeal.title')}
        </ButtonLink>
      )}
      {can.revise.ok && (
        <ButtonLink look="line" full href={paths.productRevision(id)}>
          {t('product.hold.revise')}
        </ButtonLink>
      )}
    </>
  )
}

/** What takes it off the shelf, and what an officer decides about it. */
export function HoldActs({ view }: { view: ProductPageView }) {
  const t = useT()
  const { id, can, reader } = view
  return (
    <>
      {reader !== 'member' && can.resume.ok && (
        <ButtonLink full href={paths.productResumption(id)}>
          {t('product.hold.resume.title')}
        </ButtonLink>
      )}
      {can.uphold.ok && (
        <ButtonLink look="line" full href={paths.productSuspension(id)}>
          {t('product.hold.uphold.title')}
        </ButtonLink>
      )}
      {(can.suspend.ok || can.halt.ok) && (
        <ButtonLink look="quiet" full href={paths.productSuspension(id)}>
          {t(can.halt.ok ? 'product.hold.halt.title' : 'product.hold.suspend.title')}
        </ButtonLink>
      )}
    </>
  )
}
