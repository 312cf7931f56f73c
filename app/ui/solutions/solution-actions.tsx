import { paths } from '#paths'
import { DeedForm } from '../form/deed-form.tsx'
import { ActionBox } from '../pattern/action-dock.tsx'
import { ButtonLink, ClosedButton } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { SolutionPageView } from './view.ts'

/** What this reader can do here: one solid button, the next step; an action that is closed says why. */
export function SolutionActions({ view, formKey }: { view: SolutionPageView; formKey: string }) {
  const t = useT()
  const { reader, can, id } = view
  if (reader === 'member')
    return (
      <ActionBox>
        <MemberAct view={view} formKey={formKey} />
        {can.withdraw.ok && (
          <ButtonLink look="quiet" full href={paths.solutionWithdrawal(id)}>
            {t('solution.act.withdraw')}
          </ButtonLink>
        )}
      </ActionBox>
    )
  if (reader === 'partner' && view.parts.some(each => each.isOurs))
    return (
      <ActionBox>
        <ButtonLink full href={paths.solutionConsent(id)}>
          {t('solution.act.answer')}
        </ButtonLink>
      </ActionBox>
    )
  if (reader === 'officer' && can.review.ok)
    return (
      <ActionBox>
        <ButtonLink full href={paths.solutionPublication(id)}>
          {t('solution.act.publish')}
        </ButtonLink>
        <ButtonLink look="line" full href={paths.solutionReturn(id)}>
          {t('solution.act.return')}
        </ButtonLink>
      </ActionBox>
    )
  const { firm } = view.organization
  return (
    <ActionBox note={t('solution.act.note')}>
      <ButtonLink full href={firm ? paths.firm(firm) : paths.solutions()}>
        {t(firm ? 'solution.act.firm' : 'solution.act.all')}
      </ButtonLink>
    </ActionBox>
  )
}

function MemberAct({ view, formKey }: { view: SolutionPageView; formKey: string }) {
  const t = useT()
  const { id, rev, status, can, missing } = view
  if (can.edit.ok) {
    const fill = status === 'returned' || missing.length > 0
    const edit = (
      <ButtonLink look={fill ? 'solid' : 'line'} full href={paths.solutionEdit(id)}>
        {t(missing.length > 0 && status === 'draft' ? 'solution.act.edit' : 'solution.act.mend')}
      </ButtonLink>
    )
    if (fill) return edit
    return (
      <>
        {can.submit.ok ? (
          <DeedForm full action={paths.solutionSubmission(id)} id={id} rev={rev} formKey={formKey}>
            {t('solution.act.submit')}
          </DeedForm>
        ) : (
          <ClosedButton full why={t.reason(can.submit.reason, can.submit.detail)}>
            {t('solution.act.submit')}
          </ClosedButton>
        )}
        {edit}
      </>
    )
  }
  if (can.revise.ok)
    return (
      <DeedForm full action={paths.solutionRevision(id)} id={id} rev={rev} formKey={formKey}>
        {t('solution.act.revise')}
      </DeedForm>
    )
  return null
}
