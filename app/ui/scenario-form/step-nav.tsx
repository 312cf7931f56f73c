import type { StepId } from '#domain/scenarios/steps.ts'
import { stepIds } from '#domain/scenarios/steps.ts'
import { paths } from '#paths'
import { Icon } from '../primitives/icon.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'

/** The steps with what is still open on each; a sheet that was never saved has only its first. */
export function StepNav({
  id,
  current,
  open,
}: {
  id: string | null
  current: StepId
  open: Readonly<Record<StepId, number>> | null
}) {
  const t = useT()
  return (
    <nav className="stepnav" aria-label={t('wizard.steps')}>
      <ol>
        {stepIds.map((step, index) => {
          const here = step === current
          const left = open?.[step] ?? 0
          const inner = (
            <>
              <b className="num">{index + 1}</b>
              <span className="stepnav__name">{t(`wizard.name.${step}`)}</span>
              {open && step !== 'check' && <State left={left} />}
            </>
          )
          return (
            <li key={step} data-here={here ? '' : undefined}>
              {id === null || here ? (
                <span aria-current={here ? 'step' : undefined}>{inner}</span>
              ) : (
                <Link href={paths.scenarioEdit(id, { step })}>{inner}</Link>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

function State({ left }: { left: number }) {
  const t = useT()
  return left === 0 ? (
    <span className="stepnav__state stepnav__state--done">
      <Icon name="check" label={t('wizard.done')} />
    </span>
  ) : (
    <span className="stepnav__state">
      <span className="vh">{t('wizard.open', { n: left })}</span>
      <span aria-hidden="true" className="num">
        {left}
      </span>
    </span>
  )
}
