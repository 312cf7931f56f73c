import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { paths } from '#paths'
import { SelectBid, selectBid } from '#services/bids/select.ts'
import { showSelection } from '#services/bids/show.ts'
import { BidFacts } from '#ui/bid/bid-facts.tsx'
import { SelectionForm } from '#ui/bid/selection-form.tsx'
import { DeedForm } from '#ui/form/deed-form.tsx'
import { Alert } from '#ui/primitives/alert.tsx'
import { Badge } from '#ui/primitives/badge.tsx'
import { Actions, ClosedButton } from '#ui/primitives/button.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { Section } from '#ui/shell/section.tsx'

export const handle: PageHandle = { title: t => t('bid.selection') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showSelection(ctx, args.params.scenarioId))
}

export async function action(args: ActionFunctionArgs) {
  const { scenarioId = '' } = args.params
  return submitted(args, SelectBid.omit({ id: true }), async (value, ctx) => {
    const { scenario } = await showSelection(ctx, scenarioId)
    await selectBid(ctx, {
      ...value,
      id: scenario.id,
      debriefs: value.debriefs.filter(each => each.bidId !== value.bidId),
    })
    return redirect(paths.scenario(scenario.id))
  })
}

export default function ScenarioBids() {
  const t = useT()
  const { scenario, bids, can, mayDecide, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('common.nav.scenarios'), href: paths.scenarios() },
          { label: scenario.title, href: paths.scenario(scenario.id) },
          { label: t('bid.selection') },
        ]}
      />
      <PageHead
        title={t('bid.selection')}
        facts={
          <>
            <span>{scenario.title}</span>
            <span>{t('bid.openedCount', { n: bids.length })}</span>
          </>
        }
      />
      {bids.length === 0 && <Alert title={t('bid.stillSealedTitle')}>{t('bid.sealedToday')}</Alert>}
      {bids.length === 0 && (
        <Actions>
          {can.open.ok ? (
            <DeedForm
              action={paths.scenarioOpening(scenario.id)}
              id={scenario.id}
              rev={scenario.rev}
              formKey={formKey}
            >
              {t('scenario.act.open')}
            </DeedForm>
          ) : (
            <ClosedButton why={t.reason(can.open.reason, can.open.detail)}>
              {t('scenario.act.open')}
            </ClosedButton>
          )}
        </Actions>
      )}
      {bids.map(bid => (
        <Section
          key={bid.id}
          top
          title={bid.firm}
          note={
            <>
              <Badge noun="bid" status={bid.status} /> {bid.number} ·{' '}
              {bid.submittedAt && t.dateTime(bid.submittedAt)}
            </>
          }
        >
          {bid.unconfirmed !== null && (
            <Alert title={t('review.bid.missed', { n: bid.unconfirmed })}>
              {t('review.bid.missedText')}{' '}
              <a href={`${paths.scenarioAddenda(scenario.id)}#addendum-${bid.unconfirmed}`}>
                {t('review.bid.see')}
              </a>
            </Alert>
          )}
          {!bid.independent.ok && (
            <Alert title={t('bid.cannotSelect')}>{t.reason(bid.independent.reason)}</Alert>
          )}
          <BidFacts offer={bid.content} product={bid.product} />
        </Section>
      ))}
      {mayDecide && bids.length > 0 && (
        <Section top title={t('bid.decideTitle')} note={t('bid.decideNote')}>
          <SelectionForm bids={bids} rev={scenario.rev} formKey={formKey} lastResult={answer?.submission} />
        </Section>
      )}
    </Wrap>
  )
}
