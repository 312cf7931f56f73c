import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { ProductId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import { respond } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { paths } from '#paths'
import { talkAbout } from '#services/introductions/talk.ts'
import { matchesForScenario } from '#services/matching/for-scenario.ts'
import { speakTalks } from '#ui/introductions/speak.ts'
import { TalkProvider } from '#ui/introductions/talk-acts.tsx'
import { MatchPage } from '#ui/match/match-page.tsx'
import { speakMatches } from '#ui/match/speak.ts'
import { SourceTag, Tag } from '#ui/primitives/tags.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { Link } from '#ui/shell/link.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, { view }) => `${t('match.title')}: ${view.scenario.title}`,
}

export async function loader(args: LoaderFunctionArgs) {
  const query = new URL(args.request.url).searchParams
  const [all, open] = [query.get('all') === '1', query.get('open')]
  return respond(args, async ctx => {
    const { needs, ...view } = await matchesForScenario(ctx, { id: args.params.scenarioId, all, open })
    const t = speakTo(args.request)
    const ids = [...view.main, ...view.near].map(({ party }) => brand<ProductId>(party.id))
    const { id } = view.scenario
    const talks = speakTalks(t, id, await talkAbout(ctx, { id, needs }, ids))
    return { view: speakMatches(t, view), talks, now: ctx.now }
  })
}

export default function ScenarioMatches() {
  const t = useT()
  const { view, talks, now } = useLoaderData<typeof loader>()
  const { scenario } = view
  const title = scenario.title === '' ? t('scenario.mine.untitled') : scenario.title
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('scenario.list.title'), href: paths.scenarios() },
          { label: scenario.number ?? title, href: paths.scenario(scenario.id) },
          { label: t('match.title') },
        ]}
      />
      <PageHead
        title={t('match.forScenario.title')}
        facts={
          <>
            <Link href={paths.scenario(scenario.id)}>{title}</Link>
            <span>{scenario.organization}</span>
            <SourceTag source={scenario.source} />
            {scenario.isDraft && <Tag>{t('match.preview')}</Tag>}
          </>
        }
      />
      <TalkProvider talks={talks}>
        <MatchPage
          side="forScenario"
          view={view}
          now={now}
          mayBid={false}
          href={query => paths.scenarioMatches(scenario.id, query)}
        />
      </TalkProvider>
    </Wrap>
  )
}
