import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { paths } from '#paths'
import { bidForm } from '#services/bids/form.ts'
import { SubmitBid, submitBid } from '#services/bids/submit.ts'
import { BidForm } from '#ui/bid/bid-form.tsx'
import { Alert } from '#ui/primitives/alert.tsx'
import { ButtonLink } from '#ui/primitives/button.tsx'
import { DeadlineClock } from '#ui/primitives/deadline-clock.tsx'
import { EmptyState } from '#ui/primitives/empty-state.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import { PageSplit } from '#ui/shell/page-split.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('bid.new') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => bidForm(ctx, args.params.scenarioId))
}

export async function action(args: ActionFunctionArgs) {
  const { scenarioId = '' } = args.params
  return submitted(args, SubmitBid.omit({ scenarioId: true }), async (value, ctx) => {
    const { scenario } = await bidForm(ctx, scenarioId)
    const { id } = await submitBid(ctx, { ...value, scenarioId: scenario.id })
    return redirect(paths.bid(id))
  })
}

export default function NewBid() {
  const t = useT()
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { scenario, can, products, earlier } = view
  const back = paths.scenario(scenario.id)
  const isOpen = can.ok && !earlier && products.length > 0
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('common.nav.scenarios'), href: paths.scenarios() },
          { label: scenario.number ?? scenario.title, href: back },
          { label: t('bid.new') },
        ]}
      />
      <PageHead
        title={t('bid.new')}
        facts={
          <>
            <span>{scenario.title}</span>
            <span>{scenario.organization}</span>
          </>
        }
      />
      <PageSplit
        label={t('bid.sealing')}
        first={
          scenario.deadline && (
            <DeadlineClock label={t('bid.clock')} until={scenario.deadline} now={view.now} />
          )
        }
        rest={<p className="t13 ink2">{t('bid.sealedToday')}</p>}
      >
        {!can.ok ? (
          <Alert title={t('bid.closed')}>{t.reason(can.reason, can.detail)}</Alert>
        ) : earlier ? (
          <Alert title={t('bid.alreadyTitle')}>
            {t('bid.alreadyText')}{' '}
            <ButtonLink look="quiet" size="sm" href={paths.bid(earlier)}>
              {t('bid.seeMine')}
            </ButtonLink>
          </Alert>
        ) : (
          products.length === 0 && (
            <EmptyState
              title={t('bid.noProductTitle')}
              actions={
                <ButtonLink look="line" href={paths.productNew()}>
                  {t('bid.addProduct')}
                </ButtonLink>
              }
            >
              {t('bid.noProductText')}
            </EmptyState>
          )
        )}
        {isOpen && scenario.addenda > 0 && (
          <p className="t14">
            {t('review.bid.current', { n: scenario.addenda })}{' '}
            <a href={paths.scenarioAddenda(scenario.id)}>{t('review.bid.see')}</a>
          </p>
        )}
        {/* What was typed stays, even where it comes too late. */}
        {(isOpen || answer) && (
          <BidForm
            addendum={scenario.addenda}
            products={products}
            formKey={view.formKey}
            back={back}
            lastResult={answer?.submission}
          />
        )}
      </PageSplit>
    </Wrap>
  )
}
