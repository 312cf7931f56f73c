import type { LoaderFunctionArgs } from '@remix-run/node'
import { respond } from '#http/respond.ts'
import { exportOwnData } from '#services/accounts/privacy.ts'

/** Everything about oneself, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const kept = await respond(args, exportOwnData)
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': 'attachment; filename="my-data.json"',
    'Cache-Control': 'no-store',
  }
  return new Response(JSON.stringify(kept, null, 2), { headers })
}
