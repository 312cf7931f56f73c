import { paths } from '#paths'
import { ButtonLink } from '../primitives/button.tsx'
import { Tabs } from '../primitives/tabs.tsx'
import { useT } from '../shell/dictionary.tsx'

/** Between everybody's solutions and one's own, for those who register products. */
export function SolutionTabs({ mayDraft, current }: { mayDraft: boolean; current: 'all' | 'mine' }) {
  const t = useT()
  if (!mayDraft) return null
  return (
    <div className="tabbar">
      <Tabs
        label={t('solution.list.title')}
        items={[
          { href: paths.solutions(), label: t('solution.list.all'), current: current === 'all' },
          { href: paths.solutionsMine(), label: t('solution.list.mine'), current: current === 'mine' },
        ]}
      />
      <ButtonLink size="sm" href={paths.solutionNew()}>
        {t('solution.list.publish')}
      </ButtonLink>
    </div>
  )
}
