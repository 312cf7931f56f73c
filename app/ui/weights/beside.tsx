import './weights.css'
import { perMille } from '#domain/weights/content.ts'
import { type Column, DataTable, Figure } from '../primitives/data-table.tsx'
import { useT } from '../shell/dictionary.tsx'
import { partColumn } from './changes.tsx'
import type { WeightChange } from './view.ts'
import { signed } from './words.ts'

/** The proposal in full beside the version it was made from, weight by weight; what stays the same says so. */
export function WeightsBeside({
  weights,
  basedOn,
  caption,
}: {
  weights: readonly WeightChange[]
  basedOn: number
  caption: string
}) {
  const t = useT()
  const columns: Column<WeightChange>[] = [
    partColumn(t),
    {
      key: 'before',
      head: t('weights.version', { version: basedOn }),
      label: t('weights.version', { version: basedOn }),
      align: 'end',
      cell: ({ before }) => <Figure>{t.percent(before)}</Figure>,
    },
    {
      key: 'after',
      head: t('weights.show.proposed'),
      label: t('weights.show.proposed'),
      align: 'end',
      cell: weight => (
        <Figure>{moved(weight) ? <b>{t.percent(weight.after)}</b> : t.percent(weight.after)}</Figure>
      ),
    },
    {
      key: 'by',
      head: t('weights.column.by'),
      label: t('weights.column.by'),
      align: 'end',
      cell: weight =>
        moved(weight) ? (
          <Figure>{t('weights.points', { by: signed(t, moved(weight) / 10) })}</Figure>
        ) : (
          <span className="ink3">{t('weights.show.unchanged')}</span>
        ),
    },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={weights}
      rowKey={({ side, part }) => `${side}.${part}`}
      tight
    />
  )
}

/** By how many tenths of a per cent; numbers are compared as they are written. */
const moved = ({ before, after }: WeightChange) => perMille(after) - perMille(before)
