import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { showFirm } from '#services/firms/show.ts'
import { FirmPage } from '#ui/firms/firm-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (_, firm) => firm.name,
}

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showFirm(ctx, args.params.organizationId))
}

export default function ShowFirm() {
  return <FirmPage firm={useLoaderData<typeof loader>()} />
}
