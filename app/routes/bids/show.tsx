import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { paths } from '#paths'
import { showBid } from '#services/bids/show.ts'
import { BidFacts } from '#ui/bid/bid-facts.tsx'
import { DeedForm } from '#ui/form/deed-form.tsx'
import { ActionBox } from '#ui/pattern/action-dock.tsx'
import { FactList } from '#ui/pattern/fact-grid.tsx'
import { Alert } from '#ui/primitives/alert.tsx'
import { Badge } from '#ui/primitives/badge.tsx'
import { ButtonLink } from '#ui/primitives/button.tsx'
import { Timeline } from '#ui/primitives/timeline.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import { PageSplit } from '#ui/shell/page-split.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { Section } from '#ui/shell/section.tsx'
import { StateLine } from '#ui/shell/state-line.tsx'

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: (t, bid) => t('bid.titleOf', { title: bid.scenario.title }),
}

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showBid(ctx, args.params.bidId))
}

export default function ShowBid() {
  const t = useT()
  const bid = useLoaderData<typeof loader>()
  const { scenario, status, unconfirmed } = bid
  const asks = status === 'submitted' && unconfirmed !== null
  return (
    <Wrap>
      <Crumbs
        items={[{ label: t('bid.mine'), href: paths.bids() }, { label: bid.number ?? t('bid.sealedNumber') }]}
      />
      <PageHead
        title={t('bid.titleOf', { title: scenario.title })}
        facts={
          <>
            <a href={paths.scenario(scenario.id)}>{scenario.title}</a>
            <span>{bid.firm}</span>
          </>
        }
      />
      <StateLine
        where={{ strong: t('bid.where'), note: bid.firm }}
        state={{
          strong: <Badge noun="bid" status={status} />,
          note: bid.submittedAt ? t('bid.receivedAt', { at: t.dateTime(bid.submittedAt) }) : undefined,
        }}
        can={{
          strong: bid.can.withdraw.ok ? t('bid.canWithdraw') : t('bid.canRead'),
          note: bid.pilotId ? t('bid.pilotWaits') : undefined,
        }}
        waits={{
          strong: t(`bid.waits.${status}`),
          note:
            scenario.deadline && status === 'submitted'
              ? t('bid.deadlineAt', { at: t.dateTime(scenario.deadline) })
              : undefined,
        }}
      />
      {unconfirmed !== null && (
        <div className="mt4">
          <Alert tone="red" title={t(asks ? 'review.bid.asked' : 'review.bid.missed', { n: unconfirmed })}>
            <p>{t(asks ? 'review.bid.askedText' : 'review.bid.missedText')}</p>
            <p>
              <a href={`${paths.scenarioAddenda(scenario.id)}#addendum-${unconfirmed}`}>
                {t('review.bid.see')}
              </a>
            </p>
          </Alert>
        </div>
      )}
      <PageSplit
        label={t('bid.receipt')}
        first={
          <>
            <FactList
              facts={[
                {
                  key: 'at',
                  term: t('bid.receiptAt'),
                  value: bid.submittedAt ? t.dateTime(bid.submittedAt) : '—',
                },
                {
                  key: 'hash',
                  term: t('bid.receiptHash'),
                  value: <span className="hash">{bid.receiptHash}</span>,
                },
              ]}
            />
            {status === 'submitted' && <p className="t13 ink2">{t('bid.sealedToday')}</p>}
            {bid.pilotId && (
              <ActionBox>
                <ButtonLink full href={paths.pilot(bid.pilotId)}>
                  {t('bid.toPilot')}
                </ButtonLink>
              </ActionBox>
            )}
            <div className="stack">
              {asks && bid.can.confirm.ok && (
                <DeedForm
                  action={paths.bidConfirmation(bid.id)}
                  id={bid.id}
                  rev={bid.rev}
                  formKey={bid.formKey}
                  fields={
                    <>
                      <input type="hidden" name="addendum" value={bid.addenda} />
                      <input type="hidden" name="affirmed" value="on" />
                    </>
                  }
                >
                  {t('review.bid.confirm')}
                </DeedForm>
              )}
              {bid.can.withdraw.ok && (
                <DeedForm
                  action={paths.bidWithdrawal(bid.id)}
                  id={bid.id}
                  rev={bid.rev}
                  formKey={bid.formKey}
                  look="refuse"
                >
                  {t('bid.withdraw')}
                </DeedForm>
              )}
            </div>
          </>
        }
        rest={
          <Timeline
            steps={bid.history.map((step, index) => ({
              key: String(index),
              state: 'done' as const,
              title: t.maybe(`bid.deed.${step.deed}`) ?? step.deed,
              time: t.dateTime(step.at),
              who: step.by,
            }))}
          />
        }
      >
        {bid.decisionReason && (
          <Section title={t(status === 'selected' ? 'bid.whySelected' : 'bid.whyNot')}>
            <p className="prose lines">{bid.decisionReason}</p>
          </Section>
        )}
        <BidFacts offer={bid.content} product={bid.product} />
      </PageSplit>
    </Wrap>
  )
}
