import type { ReactNode } from 'react'
import { paths } from '#paths'
import { Button } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'

/** A list whose rows can be ticked and compared: a plain GET form, so it works without JavaScript and keeps nothing. */
export function PickForm({ children }: { children: ReactNode }) {
  const t = useT()
  return (
    <form method="get" action={paths.compare()}>
      {children}
      <div className="pickbar">
        <Button type="submit" look="line" size="sm">
          {t('compare.pick.go')}
        </Button>
        <span className="t13 ink3">{t('compare.pick.hint')}</span>
      </div>
    </form>
  )
}

/** The box of one row. */
export function Pick({ id, name }: { id: string; name: string }) {
  const t = useT()
  return (
    <label className="pick">
      <input type="checkbox" name="p" value={id} aria-label={t('compare.pick.withName', { name })} />
      {t('compare.pick.label')}
    </label>
  )
}
