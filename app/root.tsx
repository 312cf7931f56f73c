import './ui/ui.css'
import { data, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Link as RemixLink,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useNavigate,
  useNavigation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { type MouseEvent, type ReactNode, useCallback, useEffect, useMemo } from 'react'
import { canManageOfficers } from '#domain/accounts/policy.ts'
import { canSeeQueue } from '#domain/organizations/policy.ts'
import type { Actor } from '#domain/shared/actor.ts'
import { type OfficerRole, officerRoles } from '#domain/vocabulary.ts'
import { shellOf } from '#http/context.ts'
import { preferencesOf } from '#http/preferences.ts'
import { readToast } from '#http/toast.ts'
import { hasWords, loadWords } from '#i18n/load-words.ts'
import { partsOf, type Reader } from '#i18n/page-words.ts'
import { paths } from '#paths'
import { Toast } from '#ui/primitives/toast.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { EnrolNotice, RenewNotice } from '#ui/shell/enrol-notice.tsx'
import { ErrorPage, errorTitle } from '#ui/shell/error-page.tsx'
import { Footer } from '#ui/shell/footer.tsx'
import { type AnchorProps, NavigationProvider } from '#ui/shell/link.tsx'
import { Masthead } from '#ui/shell/masthead.tsx'
import { useNonce } from '#ui/shell/nonce.ts'
import { isDesk, titleOf } from '#ui/shell/page-title.ts'
import { Progress } from '#ui/shell/progress.tsx'
import type { Viewer } from '#ui/shell/viewer.ts'

export const links: LinksFunction = () => [{ rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, now, unread, isDemo, mustEnrol, mustRenew } = await shellOf({ request, context })
  const { locale, theme } = preferencesOf(request)
  const { toast, headers } = readToast(request, context)
  const viewer = {
    ...viewerOf(actor, locale),
    unread,
    mustEnrol,
    mustRenew,
    // Only a demo keeps its letters, and only its own people may read them.
    mailbox: isDemo && context.env.DEMO === true,
  }
  return data({ viewer, toast, theme, locale, now: now.toISOString() }, { headers })
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

/** The document around every page, also around an error. */
export function Layout({ children }: { children: ReactNode }) {
  const known = useRouteLoaderData<typeof loader>('root')
  const t = useT()
  const nonce = useNonce()
  const { pathname, search, key } = useLocation()
  const navigation = useNavigation()
  const matches = useMatches()
  const error = useRouteError()
  const failed = error === undefined || error === null ? undefined : errorTitle(t, statusOf(error))
  const dense = isDesk(matches)
  const theme = known?.theme ?? 'auto'
  const here = pathname + search
  const go = useGo()
  const value = useMemo(() => ({ Anchor, state: navigation.state, go }), [navigation.state, go])
  const reader = readerOf(known?.viewer)
  // A word after a deed may speak of anything.
  const words: Reader = failed !== undefined ? 'error' : known?.toast ? 'all' : reader
  useEffect(() => {
    // A redirect can lead past `Anchor` to a page whose words are not here.
    if (words !== 'error' && !hasWords(partsOf(pathname, reader))) window.location.reload()
  }, [pathname, words, reader])
  return (
    <html
      lang={t.locale === 'zh' ? 'zh-CN' : 'en'}
      data-theme={theme === 'auto' ? undefined : theme}
      data-words={words}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{titleOf(t, matches, failed)}</title>
        <Meta />
        <Links />
      </head>
      <body>
        <NavigationProvider value={value}>
          <a className="skip" href="#main">
            {t('common.skip')}
          </a>
          <Progress />
          <Masthead viewer={known?.viewer ?? visitor} pathname={pathname} here={here} dense={dense} />
          <main id="main" tabIndex={-1}>
            {known?.viewer.mustEnrol && pathname !== paths.accountFactors() && <EnrolNotice />}
            {known?.viewer.mustRenew && <RenewNotice here={pathname === paths.accountPassword()} />}
            {children}
          </main>
          <Footer asOf={known?.now ?? null} here={here} theme={theme} wide={dense} />
          {known?.toast && (
            <div className="toasts" key={key}>
              <Toast refused={known.toast.tone === 'warn'}>
                {t.maybe(known.toast.key, known.toast.params)}
              </Toast>
            </div>
          )}
        </NavigationProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

const statusOf = (error: unknown) => (isRouteErrorResponse(error) ? error.status : 500)

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const { pathname, search } = useLocation()
  const here = pathname + search
  const told = isRouteErrorResponse(error) ? refusalIn(error.data) : {}
  return <ErrorPage status={statusOf(error)} here={here} {...told} />
}

/** The router's link. Where a page needs words that are not here yet, they come first. */
function Anchor({ href, onClick, ...rest }: AnchorProps) {
  const go = useGo()
  const reader = readerOf(useRouteLoaderData<typeof loader>('root')?.viewer)
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || !isPlainClick(event) || rest.target) return
    if (hasWords(partsOf(pathnameOf(href), reader))) return
    event.preventDefault()
    go(href)
  }
  return <RemixLink to={href} {...rest} onClick={open} />
}

/** Opens an address once the words of its page are here. */
function useGo() {
  const navigate = useNavigate()
  const { locale } = useT()
  const reader = readerOf(useRouteLoaderData<typeof loader>('root')?.viewer)
  return useCallback(
    (href: string, { stay = false }: { stay?: boolean } = {}) => {
      loadWords(locale, partsOf(pathnameOf(href), reader)).then(
        () => navigate(href, { preventScrollReset: stay }),
        () => window.location.assign(href),
      )
    },
    [navigate, locale, reader],
  )
}

const pathnameOf = (href: string) => new URL(href, window.location.href).pathname

function isPlainClick({ button, metaKey, altKey, ctrlKey, shiftKey }: MouseEvent): boolean {
  return button === 0 && !(metaKey || altKey || ctrlKey || shiftKey)
}

/** A page of one's own says more than the same page does to a visitor. */
const readerOf = (viewer: Viewer = visitor): Reader => (viewer.kind === 'visitor' ? 'anybody' : 'signedIn')

const visitor: Viewer = { kind: 'visitor', name: null }

/** What the masthead says about who asks: the office first, then the organisation. */
function viewerOf(actor: Actor, locale: 'zh' | 'en'): Viewer {
  if (actor.kind !== 'person') return visitor
  const office = actor.offices[0]
  const role = office ? officerRoles[office.role][locale] : actor.memberships[0]?.name
  return {
    kind: kindOf(actor, office?.role),
    name: actor.name,
    role: role ?? null,
    organization: actor.memberships[0]?.organizationId ?? null,
    manages: canManageOfficers(actor).ok,
  }
}

/** An administrator decides nothing about content and so has no queue. */
function kindOf(actor: Actor, office: OfficerRole | undefined): Viewer['kind'] {
  if (!canSeeQueue(actor).ok) return 'member'
  return office === 'expert' || office === 'auditor' ? office : 'officer'
}

/** The body of a refusal as the server writes it; anything else tells nothing. */
function refusalIn(body: unknown): {
  requestId?: string
  reason?: string
  detail?: Record<string, string | number>
} {
  if (typeof body !== 'object' || body === null) return {}
  const { requestId, reason, detail } = {
    requestId: undefined,
    reason: undefined,
    detail: undefined,
    ...body,
  }
  return {
    ...(typeof requestId === 'string' && { requestId }),
    ...(typeof reason === 'string' && { reason }),
    ...(isDetail(detail) && { detail }),
  }
}

function isDetail(detail: unknown): detail is Record<string, string | number> {
  return (
    typeof detail === 'object' &&
    detail !== null &&
    Object.values(detail).every(each => typeof each !== 'object')
  )
}
