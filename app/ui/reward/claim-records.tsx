import { fundingAnswers } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import { type Fact, FactGrid } from '../pattern/fact-grid.tsx'
import { DataTable, Figure } from '../primitives/data-table.tsx'
import { Timeline } from '../primitives/timeline.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import type { ClaimView } from './claim-view.ts'
import { listed } from './view.ts'

/** 企业所填: the firm's own answers, word for word. */
export function Stated({ form }: ClaimView) {
  const t = useT()
  const levels = listed(
    t,
    form.fundingLevels.map(level => t(`reward.levels.${level}`)),
  )
  const funding = t.pick(fundingAnswers[form.funding])
  const answer = (key: 'own' | 'first' | 'credit' | 'other', given: 'yes' | 'no' | 'unknown'): Fact => ({
    key,
    term: t(`reward.claim.answers.${key}`),
    value: t(`reward.ask.${given}`),
  })
  const facts: Fact[] = [
    {
      key: 'funding',
      term: t('reward.claim.answers.funding'),
      value: levels ? `${funding}（${levels}）` : funding,
    },
    answer('own', form.ownInnovation),
    answer('first', form.firstTrial),
    answer('credit', form.creditClean),
    answer('other', form.otherDirection),
    ...costs(t, form),
  ]
  return (
    <Section title={t('reward.claim.stated')} note={t('reward.claim.statedNote')}>
      <FactGrid facts={facts} />
      <p className="prose mt4 wrapped">{form.statement}</p>
    </Section>
  )
}

function costs(t: Translate, form: ClaimView['form']): Fact[] {
  const known = form.costs.flatMap(({ serial, costFen }) =>
    costFen === undefined ? [] : [`${serial} ${t.yuan(costFen)}`],
  )
  if (known.length === 0) return []
  return [{ key: 'costs', term: t('reward.claim.answers.costs'), value: listed(t, known) }]
}

/** 台账: append-only lines; a reversal is negative. */
export function Ledger({ ledger }: ClaimView) {
  const t = useT()
  return (
    <Section title={t('reward.claim.ledger')} note={t('reward.claim.ledgerNote')}>
      {ledger.length === 0 ? (
        <p className="ink3">{t('reward.claim.ledgerEmpty')}</p>
      ) : (
        <DataTable
          caption={t('reward.claim.ledgerCaption')}
          rows={ledger}
          rowKey={line => `${line.serial} ${line.kind}`}
          columns={[
            {
              key: 'serial',
              head: t('reward.claim.ledgerSerial'),
              header: true,
              cell: line => <span className="num">{line.serial}</span>,
            },
            {
              key: 'kind',
              head: t('reward.claim.ledgerKind'),
              label: t('reward.claim.ledgerKind'),
              cell: line => t(`reward.claim.kind.${line.kind}`),
            },
            {
              key: 'year',
              head: t('reward.claim.ledgerYear'),
              label: t('reward.claim.ledgerYear'),
              cell: line => <Figure>{line.capYear}</Figure>,
            },
            {
              key: 'at',
              head: t('reward.claim.ledgerAt'),
              label: t('reward.claim.ledgerAt'),
              full: true,
              cell: line => <Figure>{t.dateTime(line.at)}</Figure>,
            },
            {
              key: 'amount',
              head: t('reward.claim.ledgerAmount'),
              label: t('reward.claim.ledgerAmount'),
              align: 'end',
              cell: line => <Figure strong>{t.yuan(line.fen)}</Figure>,
            },
          ]}
        />
      )}
    </Section>
  )
}

/** 办理记录: who did what and when, with every reason given. */
export function Process({ history }: ClaimView) {
  const t = useT()
  return (
    <section className="mt5">
      <h2 className="aside__title">{t('reward.claim.process')}</h2>
      <Timeline
        steps={history.map((step, index) => ({
          key: String(index),
          state: ['reject', 'reverse', 'return'].includes(step.deed) ? ('stop' as const) : ('done' as const),
          title: t.maybe(`reward.claim.deed.${step.deed}`) ?? step.deed,
          time: t.dateTime(step.at),
          at: step.at.toISOString(),
          who: step.reason ? `${step.by} · ${step.reason}` : step.by,
        }))}
      />
    </section>
  )
}
