import { Button } from '../primitives/button.tsx'
import { Icon } from '../primitives/icon.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { useRows } from './use-rows.ts'

/** One more row: by the browser itself, or by a save that comes back to this step. */
export function RowButtons({ list }: { list: ReturnType<typeof useRows> }) {
  const t = useT()
  if (!list.canAdd) return null
  const live = list.isLive ? { type: 'button' as const, onClick: list.add } : { type: 'submit' as const }
  return (
    <div className="stack__more">
      <Button look="line" size="sm" name="intent" value="stay" {...live}>
        <Icon name="plus" />
        {t('wizard.save.more')}
      </Button>
      {!list.isLive && <span className="hint">{t('wizard.save.removed')}</span>}
    </div>
  )
}

export function RowRemove({ index, onRemove }: { index: number; onRemove(): void }) {
  const t = useT()
  return (
    <Button look="quiet" size="sm" onClick={onRemove}>
      <Icon name="cross" label={t('wizard.save.remove', { n: index + 1 })} />
    </Button>
  )
}
