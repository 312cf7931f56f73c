import { QuestionList } from '../pattern/question-list.tsx'
import { DataTable, Figure } from '../primitives/data-table.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'

/** 专家评审, for the bureau and the experts: an incomplete sheet has no total. */
export function EntryReviews({
  reviews,
  mean,
}: {
  reviews: readonly { name: string; conflictFree: boolean; total: number | null; comment: string }[] | null
  mean: number | null
}) {
  const t = useT()
  if (!reviews || reviews.length === 0) return null
  return (
    <Section
      title={t('catalog.reviews')}
      note={mean === null ? t('catalog.meanOpen') : t('catalog.meanOf', { mean: t.number(mean, 1) })}
    >
      <DataTable
        caption={t('catalog.reviews')}
        rowKey={row => row.name}
        rows={reviews}
        columns={[
          { key: 'name', head: t('catalog.reviewer'), header: true, cell: row => row.name },
          {
            key: 'total',
            head: t('catalog.total'),
            align: 'end',
            label: t('catalog.total'),
            cell: row => (
              <Figure strong>
                {!row.conflictFree
                  ? t('catalog.recusedWord')
                  : row.total === null
                    ? t('catalog.incomplete')
                    : t.number(row.total, 1)}
              </Figure>
            ),
          },
          {
            key: 'comment',
            head: t('catalog.comment'),
            full: true,
            label: t('catalog.comment'),
            cell: row => row.comment,
          },
        ]}
      />
    </Section>
  )
}

/** 异议 and answers, in public; the objectors are not. */
export function EntryObjections({
  objections,
}: {
  objections: readonly {
    id: number
    statement: string
    filedAt: Date
    answer: string | null
    settledAt: Date | null
  }[]
}) {
  const t = useT()
  if (objections.length === 0) return null
  return (
    <Section title={t('catalog.objections')} note={t('catalog.objectionsNote')}>
      <QuestionList
        questions={objections.map(each => ({
          key: String(each.id),
          question: each.statement,
          answer: each.answer,
          meta: each.settledAt
            ? t('catalog.settledAt', { at: t.dateTime(each.settledAt) })
            : t('catalog.filedAt', { at: t.dateTime(each.filedAt) }),
          waiting: each.answer === null ? t('catalog.objectionOpen') : undefined,
        }))}
      />
    </Section>
  )
}
