import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { showAddenda } from '#services/scenarios/addenda.ts'
import { AddendaPage } from '#ui/scenarios/addenda-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('review.addenda.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showAddenda(ctx, args.params.scenarioId))
}

export default function ScenarioAddenda() {
  return <AddendaPage view={useLoaderData<typeof loader>()} />
}
