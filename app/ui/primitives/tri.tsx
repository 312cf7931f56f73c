import type { ReactNode } from 'react'
import type { Tri as Value } from '#domain/shared/tri.ts'
import { useT } from '../shell/dictionary.tsx'
import { Icon, type IconName } from './icon.tsx'

export const triIcon: Record<Value, IconName> = { T: 'yes', U: 'unknown', F: 'no' }

/** Met, unknown or not met, in shape, word and colour. `children` replaces the word. */
export function Tri({ value, children }: { value: Value; children?: ReactNode }) {
  const t = useT()
  return (
    <span className="tri" data-v={value}>
      <Icon name={triIcon[value]} />
      {children ?? t(`common.tri.${value}`)}
    </span>
  )
}
