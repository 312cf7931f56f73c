import type { Verdict } from '#domain/shared/verdict.ts'
import { paths } from '#paths'
import { DeedForm } from '../form/deed-form.tsx'
import { ActionBox } from '../pattern/action-dock.tsx'
import { ButtonLink, ClosedButton } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'

export interface EntryActsProps {
  id: string
  rev: number
  status: string
  formKey: string
  can: Record<
    | 'accept'
    | 'passFormal'
    | 'assign'
    | 'score'
    | 'list'
    | 'announce'
    | 'publish'
    | 'reject'
    | 'delist'
    | 'settle'
    | 'object'
    | 'recuse'
    | 'recommend',
    Verdict
  >
}

/** What this reader can do to the entry now, the bureau's steps first. */
export function EntryActs({ id, rev, status, formKey, can }: EntryActsProps) {
  const t = useT()
  const steps = (['accept', 'passFormal', 'list'] as const).filter(deed => can[deed].ok)
  const { object: _, recuse: __, ...decisions } = can
  const decides = Object.values(decisions).some(verdict => verdict.ok)
  const idle = !decides && !can.object.ok && status !== 'notice'
  const waiting =
    status === 'notice' &&
    !can.publish.ok &&
    can.publish.reason.startsWith('entry.') &&
    can.publish.reason !== 'entry.wrongState'
  if (idle) return null
  return (
    <ActionBox>
      {steps.map(deed => (
        <DeedForm
          key={deed}
          action={paths.entryHandling(id)}
          id={id}
          rev={rev}
          formKey={formKey}
          full
          fields={<input type="hidden" name="deed" value={deed} />}
        >
          {t(`catalog.act.${deed}`)}
        </DeedForm>
      ))}
      {can.assign.ok && (
        <ButtonLink full href={paths.entryExperts(id)}>
          {t('catalog.act.assign')}
        </ButtonLink>
      )}
      {can.score.ok && (
        <ButtonLink full href={paths.entryReview(id)}>
          {t('catalog.act.score')}
        </ButtonLink>
      )}
      {can.announce.ok && (
        <DeedForm action={paths.entryNotice(id)} id={id} rev={rev} formKey={formKey} full>
          {t('catalog.act.announce')}
        </DeedForm>
      )}
      {can.publish.ok && (
        <DeedForm action={paths.entryPublication(id)} id={id} rev={rev} formKey={formKey} full>
          {t('catalog.act.publish')}
        </DeedForm>
      )}
      {waiting && !can.publish.ok && (
        <ClosedButton full why={t.reason(can.publish.reason, can.publish.detail)}>
          {t('catalog.act.publish')}
        </ClosedButton>
      )}
      {can.settle.ok && (
        <ButtonLink full href={paths.entrySettlement(id)}>
          {t('catalog.act.settle')}
        </ButtonLink>
      )}
      {can.recommend.ok && (
        <ButtonLink full look="line" href={paths.recommendation('entry', id)}>
          {t('recommendation.act')}
        </ButtonLink>
      )}
      {can.object.ok && (
        <ButtonLink full look="line" href={paths.entryObjection(id)}>
          {t('catalog.act.object')}
        </ButtonLink>
      )}
      {can.reject.ok && (
        <ButtonLink full look="refuse" href={paths.entryRejection(id)}>
          {t('catalog.act.reject')}
        </ButtonLink>
      )}
      {can.delist.ok && (
        <ButtonLink full look="refuse" href={paths.entryRejection(id)}>
          {t('catalog.act.delist')}
        </ButtonLink>
      )}
      {decides && can.recuse.ok && (
        <ButtonLink full look="quiet" href={paths.recusal('entry', id)}>
          {t('catalog.act.recuse')}
        </ButtonLink>
      )}
    </ActionBox>
  )
}
