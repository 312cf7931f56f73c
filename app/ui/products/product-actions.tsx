import type { Verdict } from '#domain/shared/verdict.ts'
import { paths } from '#paths'
import { DeedForm } from '../form/deed-form.tsx'
import { ActionBox } from '../pattern/action-dock.tsx'
import { ButtonLink, ClosedButton } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'
import { HeldAct, HoldActs } from './hold-acts.tsx'
import type { ProductPageView } from './view.ts'

/** What this reader can do here: one solid button, the next step; an action that is closed says why. */
export function ProductActions({ view, formKey }: { view: ProductPageView; formKey: string }) {
  const t = useT()
  const { id, reader, can } = view
  const main = reader === 'member' ? <MemberAct view={view} formKey={formKey} /> : null
  const review = reader === 'officer' && can.review.ok
  const plain = reader === 'public' || (reader === 'officer' && !review && !can.resume.ok)
  // What is hidden is matched for nobody but its own people.
  const matched = reader === 'member' || (view.status !== 'suspended' && view.status !== 'withdrawn')
  return (
    <ActionBox note={t('product.part.matchesNote')}>
      {main}
      {review && (
        <ButtonLink full href={paths.queue({ item: `product.${id}` })}>
          {t('product.act.review')}
        </ButtonLink>
      )}
      {view.hold && <HoldActs view={view} />}
      {matched && (
        <ButtonLink look={plain ? 'solid' : 'line'} full href={paths.productMatches(id)}>
          {t(view.isPublic ? 'product.act.matches' : 'product.act.preview')}
        </ButtonLink>
      )}
      {reader !== 'public' && (
        <ButtonLink look="quiet" full href={paths.productStanding(id)}>
          {t('product.act.standing')}
        </ButtonLink>
      )}
      {view.isPublic && (
        <ButtonLink look="quiet" full href={paths.compare({ p: [id] })}>
          {t('product.act.compare')}
        </ButtonLink>
      )}
      {!view.hold && <HoldActs view={view} />}
      {reader === 'member' && can.withdraw.ok && (
        <ButtonLink look="quiet" full href={paths.productWithdrawal(id)}>
          {t('product.act.withdraw')}
        </ButtonLink>
      )}
    </ActionBox>
  )
}

function MemberAct({ view, formKey }: { view: ProductPageView; formKey: string }) {
  const t = useT()
  const { id, rev, status, can, missing } = view
  const edit = (label: 'edit' | 'mend', look: 'solid' | 'line') => (
    <ButtonLink look={look} full href={paths.productEdit(id)}>
      {t(`product.act.${label}`)}
    </ButtonLink>
  )
  if (can.edit.ok && (status === 'returned' || missing.length > 0))
    return edit(status === 'returned' ? 'mend' : 'edit', 'solid')
  if (can.edit.ok)
    return (
      <>
        {can.submit.ok ? (
          <DeedForm full action={paths.productSubmission(id)} id={id} rev={rev} formKey={formKey}>
            {t('product.act.submit')}
          </DeedForm>
        ) : (
          <Closed verdict={can.submit} />
        )}
        {edit('mend', 'line')}
      </>
    )
  if (status === 'suspended') return <HeldAct view={view} />
  if (can.revise.ok)
    return (
      <DeedForm full action={paths.productRevision(id)} id={id} rev={rev} formKey={formKey}>
        {t('product.act.revise')}
      </DeedForm>
    )
  return null
}

function Closed({ verdict }: { verdict: Verdict }) {
  const t = useT()
  return (
    <ClosedButton full why={verdict.ok ? '' : t.reason(verdict.reason, verdict.detail)}>
      {t('product.act.submit')}
    </ClosedButton>
  )
}
