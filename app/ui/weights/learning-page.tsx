import type { SubmissionResult } from '@conform-to/react'
import { outcomes } from '#domain/matching/exposure.ts'
import { paths } from '#paths'
import { ErrorSummary } from '../form/error-summary.tsx'
import { TextArea } from '../form/field.tsx'
import { flatForm } from '../form/flat-form.ts'
import { FormKey } from '../form/form-key.tsx'
import { type RefusalView, StaleNote } from '../form/stale-note.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions } from '../primitives/button.tsx'
import { type Column, DataTable, Figure } from '../primitives/data-table.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { Section } from '../shell/section.tsx'
import type { LearningView } from './view.ts'

interface Props {
  view: LearningView
  answer: { submission: SubmissionResult; refusal: RefusalView | null } | undefined
}

/** 从使用中学习: what has been recorded, whether that is enough, and the button that makes a proposal of it. */
export function LearningPage({ view, answer }: Props) {
  const t = useT()
  const { evidence, needed } = view
  return (
    <Wrap>
      <Crumbs
        items={[{ label: t('weights.title'), href: paths.weights() }, { label: t('weights.learning.title') }]}
      />
      <PageHead
        title={t('weights.learning.title')}
        facts={<span>{t('weights.facts.inForce', { version: view.inForce })}</span>}
      />
      <p className="prose ink2">{t('weights.learning.lead')}</p>
      <Section title={t('weights.learning.recorded')}>
        {evidence.lists > 0 ? (
          <Recorded evidence={evidence} />
        ) : (
          <p className="prose">{t('weights.learning.none')}</p>
        )}
      </Section>
      <Section title={t('weights.learning.enough')}>
        <div className="stack">
          <p className="prose">
            {t('weights.learning.enoughText', { pairs: needed.pairs, later: needed.later })}
          </p>
          <Start view={view} answer={answer} />
        </div>
      </Section>
    </Wrap>
  )
}

/** The form, or what it is closed for. */
function Start({ view, answer }: Props) {
  const t = useT()
  const { missing, may, formKey, inForce } = view
  const [form, fields] = flatForm(['grounds'], { id: 'learn', lastResult: answer?.submission })
  const label = t('weights.learning.grounds')
  if (missing.pairs > 0 || missing.later > 0)
    return <p>{t('weights.learning.missing', { pairs: missing.pairs, later: missing.later })}</p>
  if (!may.ok) return <p>{t.reason(may.reason, may.detail)}</p>
  const stale = answer?.refusal?.code === 'conflict' ? answer.refusal : null
  return (
    <>
      <p>{t('weights.learning.ready')}</p>
      {stale && (
        <StaleNote title={t('weights.form.changed')} refusal={stale} href={paths.weightsLearning()} />
      )}
      <form method="post" id={form.id} noValidate className="form">
        {!stale && <ErrorSummary form={form} labels={{ grounds: label }} />}
        <FormKey value={formKey} />
        <input type="hidden" name="basedOn" value={inForce} />
        <TextArea field={fields.grounds} label={label} hint={t('weights.learning.groundsHint')} rows={3} />
        <Actions>
          <SubmitButton>{t('weights.learning.run')}</SubmitButton>
        </Actions>
      </form>
    </>
  )
}

function Recorded({ evidence }: Pick<LearningView, 'evidence'>) {
  const t = useT()
  const { from, to, outcomes: counts, suggestions, unreadable } = evidence
  const rows = [
    ...(['lists', 'scenarios', 'suggestions'] as const).map(key => ({
      key,
      what: t(`weights.learning.${key}`),
      count: t.number(evidence[key]),
    })),
    ...outcomes.map(outcome => ({
      key: outcome,
      what: t(`weights.learning.outcome.${outcome}`),
      count: t('weights.learning.share', { n: counts[outcome], total: suggestions }),
    })),
    { key: 'pairs', what: t('weights.learning.pairs'), count: t.number(evidence.pairs) },
    ...(unreadable > 0
      ? [{ key: 'unreadable', what: t('weights.learning.unreadable'), count: t.number(unreadable) }]
      : []),
    ...(from && to
      ? [
          {
            key: 'days',
            what: t('weights.learning.days'),
            count: t('weights.learning.fromTo', { from: t.date(from), to: t.date(to) }),
          },
        ]
      : []),
  ]
  const columns: Column<(typeof rows)[number]>[] = [
    { key: 'what', head: t('weights.learning.column.what'), header: true, cell: row => row.what },
    {
      key: 'count',
      head: t('weights.learning.column.count'),
      align: 'end',
      cell: row => <Figure>{row.count}</Figure>,
    },
  ]
  return (
    <div className="weightchanges">
      <DataTable
        caption={t('weights.learning.recorded')}
        columns={columns}
        rows={rows}
        rowKey={row => row.key}
        stack={false}
        tight
      />
    </div>
  )
}
