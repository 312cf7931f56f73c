import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { searchAudit } from '#services/audit/search.ts'
import { AuditPage } from '#ui/audit/audit-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('audit.title'), desk: true }

export async function loader(args: LoaderFunctionArgs) {
  const query = Object.fromEntries(new URL(args.request.url).searchParams)
  return respond(args, ctx => searchAudit(ctx, query))
}

export default function Audit() {
  return <AuditPage {...useLoaderData<typeof loader>()} />
}
