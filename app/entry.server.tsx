import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { htmlStream } from '#http/html-stream.ts'
import { preferencesOf } from '#http/preferences.ts'
import { en } from '#i18n/en.ts'
import { zh } from '#i18n/zh.ts'
import { DictionaryProvider } from '#ui/shell/dictionary.tsx'
import { NonceContext } from '#ui/shell/nonce.ts'

/** How long a page may wait for what it has deferred. */
const renderTimeoutMs = 5_000

export const streamTimeout = renderTimeoutMs

interface Page {
  request: Request
  status: number
  headers: Headers
  remix: EntryContext
  context: AppLoadContext
}

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  return render({ request, status, headers, remix, context })
}

/** Browsers get the shell at once and the rest as it comes; readers that do not run scripts get it whole. */
function render({ request, status, headers, remix, context }: Page): Promise<Response> {
  const { nonce, log } = context
  const whole = isbot(request.headers.get('user-agent') ?? '')
  const { locale } = preferencesOf(request)
  return new Promise((resolve, reject) => {
    let answered = false
    let failed = false
    const answer = () => {
      answered = true
      const body = htmlStream()
      body.once('close', () => clearTimeout(timer))
      headers.set('Content-Type', 'text/html; charset=utf-8')
      const stream = createReadableStreamFromReadable(body)
      resolve(new Response(stream, { headers, status: failed ? 500 : status }))
      pipe(body)
    }
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <DictionaryProvider dictionary={locale === 'en' ? en : zh} locale={locale}>
          <RemixServer context={remix} url={request.url} abortDelay={renderTimeoutMs} nonce={nonce} />
        </DictionaryProvider>
      </NonceContext.Provider>,
      {
        nonce,
        [whole ? 'onAllReady' : 'onShellReady']: answer,
        onShellError(error) {
          clearTimeout(timer)
          reject(error)
        },
        onError(error) {
          failed = true
          // An error before the shell comes back through onShellError; one after a hang-up is nobody's.
          if (answered && !request.signal.aborted) log.error({ err: error }, 'rendering failed')
        },
      },
    )
    const timer = setTimeout(abort, renderTimeoutMs)
  })
}

/** Bugs are logged once, with the request's id; a hang-up is none, and a Response was logged by who threw it. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  context.log.error({ err: error }, 'request failed')
}
