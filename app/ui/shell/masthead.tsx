import { useEffect, useRef } from 'react'
import { paths } from '#paths'
import { SearchBox } from '../pattern/search-box.tsx'
import { Icon } from '../primitives/icon.tsx'
import { useT } from './dictionary.tsx'
import { Link } from './link.tsx'
import { Mark } from './mark.tsx'
import { LanguageSwitch, ThemeSwitch } from './preferences.tsx'
import { isUnder, navigationOf, type Viewer } from './viewer.ts'

export interface MastheadProps {
  viewer: Viewer
  pathname: string
  /** Path and query, where the preference forms come back to. */
  here: string
  /** Low and wide, over a desk. */
  dense?: boolean
}

/** The head of every page: the mark, where one can go, who one is. */
export function Masthead({ viewer, pathname, here, dense }: MastheadProps) {
  const t = useT()
  return (
    <header className={dense ? 'mast mast--dense' : 'mast'}>
      <div className={dense ? 'wrap wrap--wide' : 'wrap'}>
        <Link className="brand" href={paths.home()}>
          <Mark />
          <span>{t('common.name')}</span>
        </Link>
        <nav aria-label={t('common.nav.label')}>
          <ul>
            {navigationOf(viewer.kind).map(item => (
              <li key={item.href}>
                <Link href={item.href} aria-current={isUnder(pathname, item.href) ? 'page' : undefined}>
                  {t(item.label)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="mast__me">
          {!ownField.includes(pathname) && (
            <button
              type="button"
              className="pref__button"
              {...{ popovertarget: 'find' }}
              aria-label={t('common.searchBox.site')}
            >
              <Icon name="search" />
            </button>
          )}
          {viewer.kind === 'visitor' ? (
            <Link href={paths.signIn(pathname === paths.signIn() ? undefined : here)}>
              {t('common.nav.signIn')}
            </Link>
          ) : (
            <Account key={here} viewer={viewer} />
          )}
          <LanguageSwitch here={here} />
          <ThemeSwitch here={here} />
        </div>
      </div>
      {!ownField.includes(pathname) && <Find key={here} />}
    </header>
  )
}

/** Pages with a search field of their own. */
const ownField = [paths.home(), paths.search()]

/** The search of the whole site, over any page; a popover, so it opens without JavaScript. */
function Find() {
  const t = useT()
  const sheet = useRef<HTMLDivElement>(null)
  // Opened, it turns to its field; React would turn to it when the page comes.
  useEffect(() => sheet.current?.querySelector('[name="q"]')?.setAttribute('autofocus', ''), [])
  return (
    <div className="find" id="find" ref={sheet} {...{ popover: '' }}>
      <SearchBox action={paths.search()} label={t('common.searchBox.site')} />
    </div>
  )
}

/** Name and ways out; a disclosure, so it opens without JavaScript. */
function Account({ viewer }: { viewer: Viewer }) {
  const t = useT()
  const unread = viewer.unread ?? 0
  return (
    <details className="me">
      <summary>
        <Icon name="person" />
        <span className="me__name">{viewer.name}</span>
        {unread > 0 && <span className="me__unread num">{unread}</span>}
      </summary>
      <div className="me__menu">
        <p>
          {viewer.name}
          {viewer.role && <span>{viewer.role}</span>}
        </p>
        <Link href={paths.account()}>{t('common.nav.security')}</Link>
        {viewer.manages && <Link href={paths.officers()}>{t('common.nav.officers')}</Link>}
        <Link href={paths.notifications()}>
          {t('common.nav.notifications')}
          {unread > 0 && <span className="num ink3">{unread}</span>}
        </Link>
        <Link href={paths.searches()}>{t('common.nav.searches')}</Link>
        {viewer.organization && (
          <Link href={paths.organization(viewer.organization)}>{t('common.nav.organization')}</Link>
        )}
        {viewer.mailbox && <Link href={paths.mailbox()}>{t('common.nav.mailbox')}</Link>}
        <form method="post" action={paths.signOut()}>
          <button type="submit">{t('common.nav.signOut')}</button>
        </form>
      </div>
    </details>
  )
}
