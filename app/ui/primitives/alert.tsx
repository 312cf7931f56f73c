import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { Icon, type IconName } from './icon.tsx'

export type AlertTone = 'plain' | 'blue' | 'red'

const icons: Record<AlertTone, IconName> = { plain: 'info', blue: 'check', red: 'flag' }

/** Something to know on this page: blue when it went well, vermilion when it is closed or disputed. */
export function Alert({
  tone = 'plain',
  title,
  children,
}: {
  tone?: AlertTone
  title: ReactNode
  children?: ReactNode
}) {
  return (
    <div className={classNames('alert', tone !== 'plain' && `alert--${tone}`)}>
      <Icon name={icons[tone]} />
      <div>
        <strong>{title}</strong>
        {children}
      </div>
    </div>
  )
}
