import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { paths } from '#paths'
import { talksOfScenario } from '#services/introductions/list.ts'
import { speakLists } from '#ui/introductions/speak.ts'
import { TalksPage } from '#ui/introductions/talks-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Link } from '#ui/shell/link.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('introduction.act.list') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx =>
    speakLists(speakTo(args.request), await talksOfScenario(ctx, args.params.scenarioId)),
  )
}

export default function ScenarioIntroductions() {
  const t = useT()
  const view = useLoaderData<typeof loader>()
  const { scenario, responsiveness } = view
  return (
    <TalksPage
      title={t('introduction.act.list')}
      crumbs={[
        { label: t('scenario.list.title'), href: paths.scenarios() },
        { label: scenario.number ?? scenario.title, href: paths.scenario(scenario.id) },
        { label: t('introduction.act.list') },
      ]}
      facts={
        <>
          <Link href={paths.scenario(scenario.id)}>{scenario.title}</Link>
          <Link href={paths.scenarioMatches(scenario.id)}>{t('introduction.act.matches')}</Link>
        </>
      }
      lists={view}
      where="scenario"
      rate={responsiveness}
    />
  )
}
