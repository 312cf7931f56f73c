import type { ReactNode } from 'react'
import { useT } from './dictionary.tsx'
import { Link } from './link.tsx'

export interface Crumb {
  label: ReactNode
  href?: string
}

/** Where the page lies; the home page is always the first and need not be given. */
export function Crumbs({ items }: { items: readonly Crumb[] }) {
  const t = useT()
  const all: Crumb[] = [{ label: t('common.home'), href: '/' }, ...items]
  return (
    <nav className="crumbs" aria-label={t('common.crumbs')}>
      <ol>
        {all.map((crumb, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a trail never reorders
          <li key={index}>
            {crumb.href ? (
              <Link href={crumb.href}>{crumb.label}</Link>
            ) : (
              <span aria-current="page">{crumb.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
