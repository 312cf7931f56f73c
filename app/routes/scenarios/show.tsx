import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { newFormKey } from '#services/new-id.ts'
import type { ScenarioView } from '#services/scenarios/show.ts'
import { showScenario } from '#services/scenarios/show.ts'
import { ScenarioPage } from '#ui/scenarios/scenario-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle<{ view: ScenarioView }> = {
  title: (t, { view }) => view.content.title || t('scenario.mine.untitled'),
}

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx => ({
    view: await showScenario(ctx, args.params.scenarioId),
    formKey: newFormKey(),
  }))
}

export default function ShowScenario() {
  const { view, formKey } = useLoaderData<typeof loader>()
  return <ScenarioPage view={view} formKey={formKey} />
}
