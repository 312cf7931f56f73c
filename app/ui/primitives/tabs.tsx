import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { Link } from '../shell/link.tsx'

export interface Tab {
  href: string
  label: ReactNode
  count?: number
  /** The count is a bad one, such as overdue. */
  red?: boolean
  current?: boolean
}

/** Views of one page, each with its own address. */
export function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map(tab => (
        <Link key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
          {tab.count !== undefined && (
            <span className={classNames('n', 'num', tab.red && 'n--red')}>{tab.count}</span>
          )}
        </Link>
      ))}
    </nav>
  )
}
