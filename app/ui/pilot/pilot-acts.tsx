import type { Verdict } from '#domain/shared/verdict.ts'
import { paths } from '#paths'
import { DeedForm } from '../form/deed-form.tsx'
import { ActionBox } from '../pattern/action-dock.tsx'
import { ButtonLink, ClosedButton } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'

type Act =
  | 'deploy'
  | 'run'
  | 'report'
  | 'requestAcceptance'
  | 'sign'
  | 'sendBack'
  | 'terminate'
  | 'claim'
  | 'nominate'

export interface PilotActsProps {
  id: string
  rev: number
  formKey: string
  can: Record<Act, Verdict>
  /** Whether space and insurance let it run today. */
  safety: Verdict
  claimId: string | null
  entryId: string | null
}

/** What this reader can do to the pilot now; the first is solid, the others are lines. */
export function PilotActs({ id, rev, formKey, can, safety, claimId, entryId }: PilotActsProps) {
  const t = useT()
  const links: { act: Act; href: string; label: string }[] = [
    { act: 'deploy', href: paths.pilotDeployment(id), label: t('pilot.act.deploy') },
    { act: 'requestAcceptance', href: paths.pilotAcceptance(id), label: t('pilot.act.requestAcceptance') },
    { act: 'sign', href: paths.pilotSignature(id), label: t('pilot.act.sign') },
    { act: 'report', href: paths.pilotReport(id), label: t('pilot.act.report') },
    ...(claimId ? [] : [{ act: 'claim' as const, href: paths.pilotClaim(id), label: t('pilot.act.claim') }]),
    ...(entryId
      ? []
      : [{ act: 'nominate' as const, href: paths.pilotNomination(id), label: t('pilot.act.nominate') }]),
    { act: 'sendBack', href: paths.pilotReturn(id), label: t('pilot.act.sendBack') },
    { act: 'terminate', href: paths.pilotReturn(id), label: t('pilot.act.terminate') },
  ]
  const open = links.filter(({ act }) => can[act].ok)
  return (
    <ActionBox note={open.length === 0 && !can.run.ok ? t('pilot.act.none') : undefined}>
      {can.run.ok && !safety.ok && (
        <ClosedButton full why={t.reason(safety.reason, safety.detail)}>
          {t('pilot.act.run')}
        </ClosedButton>
      )}
      {can.run.ok && safety.ok && (
        <DeedForm action={paths.pilotRun(id)} id={id} rev={rev} formKey={formKey} full>
          {t('pilot.act.run')}
        </DeedForm>
      )}
      {open.map(({ act, href, label }, index) => (
        <ButtonLink key={act} full look={index === 0 && !can.run.ok ? 'solid' : 'line'} href={href}>
          {label}
        </ButtonLink>
      ))}
      <ButtonLink full look={can.run.ok && !safety.ok ? 'solid' : 'line'} href={paths.pilotSafety(id)}>
        {t('risk.pilot.link')}
      </ButtonLink>
      {claimId && (
        <ButtonLink full look="line" href={paths.claim(claimId)}>
          {t('pilot.act.seeClaim')}
        </ButtonLink>
      )}
      {entryId && (
        <ButtonLink full look="line" href={paths.entry(entryId)}>
          {t('pilot.act.seeEntry')}
        </ButtonLink>
      )}
    </ActionBox>
  )
}
