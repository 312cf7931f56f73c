import { paths } from '#paths'
import { ButtonLink } from '../primitives/button.tsx'
import { Tabs } from '../primitives/tabs.tsx'
import { useT } from '../shell/dictionary.tsx'

/** Between everybody's products and one's own, for those who register products. */
export function ProductTabs({ mayDraft, current }: { mayDraft: boolean; current: 'all' | 'mine' }) {
  const t = useT()
  if (!mayDraft) return null
  return (
    <div className="tabbar">
      <Tabs
        label={t('product.list.title')}
        items={[
          { href: paths.products(), label: t('product.mine.all'), current: current === 'all' },
          { href: paths.productsMine(), label: t('product.mine.title'), current: current === 'mine' },
        ]}
      />
      <ButtonLink size="sm" href={paths.productNew()}>
        {t('product.list.publish')}
      </ButtonLink>
    </div>
  )
}
