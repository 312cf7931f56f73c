import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { paths } from '#paths'
import { mySolutions } from '#services/solutions/mine.ts'
import { RecordRow } from '#ui/pattern/record-row.tsx'
import { Badge } from '#ui/primitives/badge.tsx'
import { ButtonLink } from '#ui/primitives/button.tsx'
import { EmptyState } from '#ui/primitives/empty-state.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { Section } from '#ui/shell/section.tsx'
import { SolutionTabs } from '#ui/solutions/solution-tabs.tsx'

export const handle: PageHandle = { title: t => t('solution.list.mine') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => mySolutions(ctx))
}

export default function MySolutions() {
  const t = useT()
  const { own, asked } = useLoaderData<typeof loader>()
  const untitled = t('solution.mine.untitled')
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('solution.list.title'), href: paths.solutions() },
          { label: t('solution.list.mine') },
        ]}
      />
      <PageHead title={t('solution.list.mine')} />
      <SolutionTabs mayDraft current="mine" />
      {asked.length > 0 && (
        <Section top title={t('solution.mine.asked')} note={t('solution.mine.askedNote')}>
          {asked.map(each => (
            <RecordRow
              key={`${each.id}-${each.productId}`}
              href={paths.solutionConsent(each.id)}
              title={each.title || untitled}
              meta={
                <>
                  <span>{each.organization}</span>
                  <span>{t('solution.mine.askedMeta', { n: each.quantity, role: each.role })}</span>
                </>
              }
              side={<span className="unsaid">{t('solution.consent.asked')}</span>}
              sideNote={t.moment(each.askedAt)}
            />
          ))}
        </Section>
      )}
      <div className="mt4">
        <h2 className="vh">{t('solution.list.summary', { total: own.length })}</h2>
        {own.map(each => (
          <RecordRow
            key={each.id}
            href={paths.solution(each.id)}
            title={each.name || untitled}
            meta={
              <>
                {each.number && <span className="num">{each.number}</span>}
                <span>{t('solution.mine.version', { n: each.version })}</span>
                {each.isPublic && each.status !== 'published' && (
                  <span>{t('solution.mine.stillPublic')}</span>
                )}
              </>
            }
            side={<Badge noun="solution" status={each.status} />}
            sideNote={t('solution.mine.touched', { time: t.moment(each.updatedAt) })}
          />
        ))}
      </div>
      {own.length === 0 && (
        <EmptyState
          title={t('solution.mine.emptyTitle')}
          actions={
            <ButtonLink look="line" href={paths.solutionNew()}>
              {t('solution.list.publish')}
            </ButtonLink>
          }
        >
          {t('solution.mine.emptyText')}
        </EmptyState>
      )}
    </Wrap>
  )
}
