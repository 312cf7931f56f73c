import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { invitedTo } from '#services/introductions/invited.ts'
import { newFormKey } from '#services/new-id.ts'
import type { ScenarioView } from '#services/scenarios/show.ts'
import { showScenario } from '#services/scenarios/show.ts'
import { takenSiteOf } from '#services/sites/of-scenario.ts'
import { shownSiteOf } from '#services/sites/shown.ts'
import { speakInvited } from '#ui/introductions/speak.ts'
import { speakExpected } from '#ui/risk/speak.ts'
import { ScenarioPage } from '#ui/scenarios/scenario-page.tsx'
import { speakScenario } from '#ui/scenarios/speak.ts'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { riskFrom, speakShown, speakTaken } from '#ui/sites/speak.ts'

export const handle: PageHandle<{ view: ScenarioView }> = {
  title: (t, { view }) => view.content.title || t('scenario.mine.untitled'),
}

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx => {
    const view = await showScenario(ctx, args.params.scenarioId)
    const taken = view.viewer === 'demand' ? await takenSiteOf(ctx, view.id) : null
    const shown = await shownSiteOf(ctx, view.id)
    const t = speakTo(args.request)
    const isCall = view.source !== 'report' && view.publishedAt !== null
    const invited = isCall ? await invitedTo(ctx, view.id) : null
    return {
      view,
      said: speakScenario(t, view.content),
      taken: taken && speakTaken(taken, t.locale),
      site: speakShown(t, shown),
      // Nobody starts a pilot from a reported case.
      risk: view.source === 'report' ? null : speakExpected(t, riskFrom(view.content, shown)),
      talk: invited && speakInvited(t, invited, view.id),
      formKey: newFormKey(),
    }
  })
}

export default function ShowScenario() {
  const { view, said, taken, site, risk, talk, formKey } = useLoaderData<typeof loader>()
  return (
    <ScenarioPage
      view={view}
      said={said}
      taken={taken}
      site={site}
      risk={risk}
      talk={talk}
      formKey={formKey}
    />
  )
}
