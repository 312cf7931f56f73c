import type { Key } from '#i18n/translate.ts'
import { paths } from '#paths'

/** Who looks at the page, as far as the shell must know. */
export type ViewerKind = 'visitor' | 'member' | 'officer' | 'expert' | 'auditor'

export interface Viewer {
  kind: ViewerKind
  /** Null for a visitor. */
  name: string | null
  /** The organisation or office under the name. */
  role?: string | null
  /** The organisation's page, for its members. */
  organization?: string | null
  /** Unread notifications. */
  unread?: number
  /** Holds an office that stays shut without a second factor. */
  mustEnrol?: boolean
  /** Holds an office that stays shut until there is a new password. */
  mustRenew?: boolean
  /** Gives and takes offices. */
  manages?: boolean
  /** Demo users have a mailbox page. */
  mailbox?: boolean
}

export interface NavItem {
  label: Key
  href: string
}

const open: NavItem[] = [
  { label: 'common.nav.scenarios', href: paths.scenarios() },
  { label: 'common.nav.products', href: paths.products() },
  { label: 'common.nav.catalog', href: paths.catalog() },
  { label: 'common.nav.rewards', href: paths.rewards() },
]

/** Where each kind of viewer starts: the first item of the navigation once signed in. */
const start: Record<Exclude<ViewerKind, 'visitor'>, NavItem> = {
  member: { label: 'common.nav.desk', href: paths.desk() },
  officer: { label: 'common.nav.queue', href: paths.queue() },
  expert: { label: 'common.nav.experts', href: paths.queue() },
  auditor: { label: 'common.nav.audit', href: paths.audit() },
}

export function navigationOf(kind: ViewerKind): NavItem[] {
  return kind === 'visitor' ? open : [start[kind], ...open]
}

/** Whether an address lies under a navigation item. */
export function isUnder(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`)
}
