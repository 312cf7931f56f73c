import type { ClaimDeed } from '#domain/rewards/lifecycle.ts'
import { paths } from '#paths'
import { DeedForm } from '../form/deed-form.tsx'
import { ActionBox } from '../pattern/action-dock.tsx'
import { ButtonLink, ClosedButton } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { ClaimView } from './claim-view.ts'

/** Deeds of one button, and those that have a page for words or amounts. */
const buttons = ['submit', 'precheck', 'forward', 'announce'] as const
const pages = {
  approve: paths.claimApproval,
  recordPayment: paths.claimPayment,
  return: paths.claimReturn,
  reject: paths.claimReturn,
  reverse: paths.claimReversal,
} as const

/** Reasons that a reader can do something about, or wait for: their button is shown closed, with the reason. */
const told = new Set(['claim.notEligible', 'claim.notDecided', 'claim.noticeRunning', 'officer.fourEyes'])

/** What this reader can do to the claim now; the next step is solid, the others are lines. */
export function ClaimActs({ id, rev, formKey, status, can, pilot }: ClaimView) {
  const t = useT()
  const open = (deed: ClaimDeed) => can[deed].ok
  const linked = (Object.keys(pages) as (keyof typeof pages)[])
    .filter(open)
    .filter(deed => deed !== 'reject' || !open('return'))
  const forward = buttons.filter(open)
  const next = nextOf[status]
  const closed = next && !can[next].ok && told.has(can[next].reason) ? can[next] : null
  const nothing = forward.length === 0 && linked.length === 0 && !closed && !can.edit.ok && !can.claimAgain.ok
  return (
    <ActionBox note={nothing ? t('reward.claim.act.none') : undefined}>
      {forward.map(deed => (
        <DeedForm
          key={deed}
          action={deed === 'submit' ? paths.claimSubmission(id) : paths.claimHandling(id)}
          {...{ id, rev, formKey }}
          full
          fields={deed === 'submit' ? undefined : <input type="hidden" name="deed" value={deed} />}
        >
          {t(`reward.claim.act.${deed}`)}
        </DeedForm>
      ))}
      {next && closed && !closed.ok && (
        <ClosedButton full why={t.reason(closed.reason, closed.detail)}>
          {t(`reward.claim.act.${next}`)}
        </ClosedButton>
      )}
      {can.edit.ok && (
        <ButtonLink full look="line" href={paths.claimEdit(id)}>
          {t('reward.claim.act.edit')}
        </ButtonLink>
      )}
      {can.claimAgain.ok && (
        <ButtonLink full look="line" href={paths.pilotClaim(pilot.id)}>
          {t('reward.claim.act.claimAgain')}
        </ButtonLink>
      )}
      {linked.map(deed => (
        <ButtonLink key={deed} full look={deed === next ? 'solid' : 'line'} href={pages[deed](id)}>
          {t(`reward.claim.act.${deed}`)}
        </ButtonLink>
      ))}
    </ActionBox>
  )
}

/** The step that leads on from each state. */
const nextOf: Record<ClaimView['status'], ClaimDeed | null> = {
  draft: 'submit',
  submitted: 'precheck',
  precheck: 'forward',
  review: 'announce',
  notice: 'approve',
  approved: 'recordPayment',
  paid: null,
  rejected: null,
  reversed: null,
}
