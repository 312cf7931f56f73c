import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { showAuditRow } from '#services/audit/as-of.ts'
import { MomentPage } from '#ui/audit/moment-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('audit.moment.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showAuditRow(ctx, args.params.seq))
}

export default function Moment() {
  return <MomentPage {...useLoaderData<typeof loader>()} />
}
