import type { ReactNode } from 'react'
import { paths } from '#paths'
import { DeedForm } from '../form/deed-form.tsx'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { ActionBox, ActionDock } from '../pattern/action-dock.tsx'
import { ButtonLink, ClosedButton } from '../primitives/button.tsx'
import { DeadlineClock } from '../primitives/deadline-clock.tsx'
import { Icon } from '../primitives/icon.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { ScenarioPageView } from './view.ts'

/** The clock of an open call, and what it means. */
export function BidClock({ view }: { view: ScenarioPageView }) {
  const t = useT()
  const { status, source, bidDeadline, questionsUntil, now } = view
  if (source === 'report' || !bidDeadline || status !== 'published') return null
  const time = t.dateTime(bidDeadline)
  return (
    <DeadlineClock
      label={t('scenario.clock')}
      until={bidDeadline}
      now={now}
      note={
        <>
          {t('scenario.deadline', { time, end: time.slice(-5) })}
          {questionsUntil && (
            <span className="clock__ask">{t('scenario.askUntil', { time: t.dateTime(questionsUntil) })}</span>
          )}
        </>
      }
    />
  )
}

/** What this reader can do here; an action that is closed says why. */
export function ScenarioActions({ view, formKey }: { view: ScenarioPageView; formKey: string }) {
  const t = useT()
  const sealed = view.status === 'published' && view.source !== 'report' && (
    <>
      <Icon name="lock" /> {t('scenario.sealed')}
    </>
  )
  return (
    <ActionBox note={sealed || undefined}>
      {mainAction(view, { formKey, full: true })}
      <OtherActions view={view} formKey={formKey} />
    </ActionBox>
  )
}

/** The one action of the page at the bottom of a narrow screen. */
export function ScenarioDock({ view, formKey }: { view: ScenarioPageView; formKey: string }) {
  const t = useT()
  const action = mainAction(view, { formKey })
  if (!action) return null
  const open = view.status === 'published' && view.bidDeadline
  return (
    <ActionDock
      label={open ? t('scenario.clock') : t('common.state.can')}
      strong={view.bidDeadline && open ? t.left(view.bidDeadline, view.now) : undefined}
    >
      {action}
    </ActionDock>
  )
}

/** One solid button: the next step of whoever reads; null where there is none, and then there is no dock either. */
function mainAction(
  view: ScenarioPageView,
  { formKey, full }: { formKey: string; full?: boolean },
): ReactNode {
  const { id, status, viewer, can, ownBid, pilotId, source, missing } = view
  if (source === 'report') return null
  if (pilotId) return <Go href={paths.pilot(pilotId)} label="pilot" full={full} />
  if (viewer === 'demand') {
    if (can.edit.ok && (status === 'returned' || missing.length > 0))
      return (
        <Go href={paths.scenarioEdit(id)} label={status === 'returned' ? 'revise' : 'edit'} full={full} />
      )
    if (can.submit.ok) return <SubmitForm view={view} formKey={formKey} full={full} />
    if (can.open.ok) return <Go href={paths.scenarioBids(id)} label="open" full={full} />
    if (can.select.ok) return <Go href={paths.scenarioBids(id)} label="select" full={full} />
    return null
  }
  if (viewer === 'officer')
    return can.review.ok ? (
      <Go href={paths.queue({ item: `scenario.${id}` })} label="review" full={full} />
    ) : null
  if (ownBid) return <Go href={paths.bid(ownBid)} label="ownBid" full={full} />
  if (status !== 'published') return null
  if (viewer === 'visitor' && !view.closed)
    return <Go href={paths.signIn(paths.scenarioBidNew(id))} label="signIn" full={full} />
  return can.bid.ok ? (
    <Go href={paths.scenarioBidNew(id)} label="bid" full={full} />
  ) : (
    <Closed verdict={can.bid} label="bid" full={full} />
  )
}

type Label =
  | 'bid'
  | 'ownBid'
  | 'open'
  | 'select'
  | 'pilot'
  | 'edit'
  | 'revise'
  | 'review'
  | 'signIn'
  | 'submit'

function Go({ href, label, full }: { href: string; label: Label; full?: boolean }) {
  const t = useT()
  return (
    <ButtonLink href={href} full={full}>
      {t(`scenario.act.${label}`)}
    </ButtonLink>
  )
}

function Closed({
  verdict,
  label,
  full,
}: {
  verdict: ScenarioPageView['can']['bid']
  label: Label
  full?: boolean
}) {
  const t = useT()
  const why = verdict.ok ? '' : t.reason(verdict.reason, verdict.detail)
  return (
    <ClosedButton why={why} full={full}>
      {t(`scenario.act.${label}`)}
    </ClosedButton>
  )
}

function SubmitForm({ view, formKey, full }: { view: ScenarioPageView; formKey: string; full?: boolean }) {
  const t = useT()
  return (
    <form method="post" action={paths.scenarioSubmission(view.id)}>
      <FormKey value={formKey} />
      <input type="hidden" name="id" value={view.id} />
      <input type="hidden" name="rev" value={view.rev} />
      <SubmitButton full={full}>{t('scenario.act.submit')}</SubmitButton>
    </form>
  )
}

function OtherActions({ view, formKey }: { view: ScenarioPageView; formKey: string }) {
  const t = useT()
  const { id, status, viewer, can, missing } = view
  const isPublic = ['published', 'evaluating', 'awarded', 'piloting', 'accepted', 'archived'].includes(status)
  const waitsForSubmit = viewer === 'demand' && status === 'draft' && missing.length === 0
  return (
    <>
      {waitsForSubmit && !can.submit.ok && <Closed verdict={can.submit} label="submit" full />}
      {waitsForSubmit && can.edit.ok && (
        <ButtonLink look="line" full href={paths.scenarioEdit(id)}>
          {t('scenario.act.revise')}
        </ButtonLink>
      )}
      {isPublic && (
        <ButtonLink look="line" full href={paths.scenarioMatches(id)}>
          {t(
            viewer === 'firm' || viewer === 'visitor' ? 'scenario.act.matches' : 'scenario.act.matchesDemand',
          )}
        </ButtonLink>
      )}
      {can.recommend.ok && (
        <ButtonLink look="line" full href={paths.recommendation('scenario', id)}>
          {t('recommendation.act')}
        </ButtonLink>
      )}
      {view.addenda > 0 && (
        <ButtonLink look="line" full href={paths.scenarioAddenda(id)}>
          {t('scenario.act.addenda', { n: view.addenda })}
        </ButtonLink>
      )}
      {can.amend.ok && (
        <ButtonLink look="line" full href={paths.scenarioAddendumNew(id)}>
          {t('scenario.act.amend')}
        </ButtonLink>
      )}
      {(isPublic || viewer === 'demand') && (
        <ButtonLink look="quiet" full href={paths.scenarioCopy(id)}>
          {t('scenario.act.copy')}
        </ButtonLink>
      )}
      {can.archive.ok && !can.open.ok && (
        <DeedForm
          action={paths.scenarioArchive(id)}
          id={id}
          rev={view.rev}
          formKey={formKey}
          look="quiet"
          full
        >
          {t('scenario.act.archive')}
        </DeedForm>
      )}
      {can.withdraw.ok && (
        <ButtonLink look="quiet" full href={paths.scenarioWithdrawal(id)}>
          {t('scenario.act.withdraw')}
        </ButtonLink>
      )}
    </>
  )
}
