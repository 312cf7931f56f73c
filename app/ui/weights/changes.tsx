import './weights.css'
import type { Translate } from '#i18n/translate.ts'
import { Diff } from '../pattern/diff.tsx'
import { type Column, DataTable, Figure } from '../primitives/data-table.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { WeightChange } from './view.ts'
import { partWords, signed } from './words.ts'

/** Which weight a row is about, and on whose side it weighs. */
export function partColumn(t: Translate): Column<WeightChange> {
  return {
    key: 'part',
    head: t('weights.column.part'),
    header: true,
    full: true,
    cell: change => (
      <>
        {partWords(t, change)}
        {change.part !== null && <span className="t13 ink3"> {t(`weights.side.${change.side}`)}</span>}
      </>
    ),
  }
}

/** What a version changes of the one before: the weight, old and new, and by how many points of a hundred. */
export function WeightChanges({ changes, caption }: { changes: readonly WeightChange[]; caption: string }) {
  const t = useT()
  const columns: Column<WeightChange>[] = [
    partColumn(t),
    {
      key: 'change',
      head: t('weights.column.change'),
      label: t('weights.column.change'),
      cell: ({ before, after }) => (
        <span className="num">
          <Diff before={t.percent(before)} after={t.percent(after)} />
        </span>
      ),
    },
    {
      key: 'by',
      head: t('weights.column.by'),
      label: t('weights.column.by'),
      align: 'end',
      cell: ({ before, after }) => (
        <Figure>{t('weights.points', { by: signed(t, Math.round((after - before) * 1000) / 10) })}</Figure>
      ),
    },
  ]
  return (
    <div className="weightchanges">
      <DataTable
        caption={caption}
        columns={columns}
        rows={changes}
        rowKey={({ side, part }) => `${side}.${part}`}
        tight
      />
    </div>
  )
}
