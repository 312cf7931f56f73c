import { paths } from '#paths'
import { ButtonLink } from '../primitives/button.tsx'
import { Icon } from '../primitives/icon.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { ScenarioPageView } from './view.ts'

/** 公开报道案例: where it was read, and what that means. */
export function ReportNote({ view }: { view: ScenarioPageView }) {
  const t = useT()
  return (
    <div className="act">
      <ButtonLink look="line" full href={paths.scenarioMatches(view.id)}>
        {t('scenario.act.matchesDemand')}
      </ButtonLink>
      <p>
        <strong>{t('status.scenario.reference')}</strong>
      </p>
      <p>{t('scenario.part.report')}</p>
      {view.sourceUrl ? (
        <p>
          <a href={view.sourceUrl} rel="noopener noreferrer nofollow">
            {t('scenario.part.readReport')} <Icon name="external" />
          </a>
        </p>
      ) : (
        <p className="unsaid">{t('scenario.part.noReport')}</p>
      )}
    </div>
  )
}
