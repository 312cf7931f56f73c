import { paths } from '#paths'
import { ButtonLink } from '../primitives/button.tsx'
import { Tabs } from '../primitives/tabs.tsx'
import { useT } from '../shell/dictionary.tsx'

/** Between everybody's scenarios and one's own, for those who write scenarios. */
export function ScenarioTabs({ mayDraft, current }: { mayDraft: boolean; current: 'all' | 'mine' }) {
  const t = useT()
  if (!mayDraft) return null
  return (
    <div className="tabbar">
      <Tabs
        label={t('scenario.list.title')}
        items={[
          { href: paths.scenarios(), label: t('scenario.mine.all'), current: current === 'all' },
          { href: paths.scenariosMine(), label: t('scenario.mine.title'), current: current === 'mine' },
        ]}
      />
      <ButtonLink size="sm" href={paths.scenarioNew()}>
        {t('scenario.list.publish')}
      </ButtonLink>
    </div>
  )
}
