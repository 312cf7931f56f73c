import type { ReactNode } from 'react'
import { Link } from '../shell/link.tsx'

export interface Role {
  key: string
  who: ReactNode
  what: ReactNode
  href: string
  go: ReactNode
}

/** Who comes here, for what, and where they start. */
export function Roles({ roles }: { roles: readonly Role[] }) {
  return (
    <ul className="roles">
      {roles.map(role => (
        <li key={role.key}>
          <b>{role.who}</b>
          <p>{role.what}</p>
          <Link href={role.href}>
            {role.go} <span aria-hidden="true">→</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
