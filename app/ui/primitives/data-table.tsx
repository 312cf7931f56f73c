import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { Link } from '../shell/link.tsx'

export interface Column<Row> {
  key: string
  head: ReactNode
  cell: (row: Row) => ReactNode
  align?: 'end'
  /** The row's own name: drawn as a row header. */
  header?: boolean
  /** A unit or another small word. */
  unit?: boolean
  /** The word before the value when the table turns into paragraphs on a phone. */
  label?: string
  /** Takes a whole line on a phone. */
  full?: boolean
  /** Sorts by this name in the URL. */
  sort?: string
}

export interface Sorting {
  by: string
  direction: 'up' | 'down'
  href: (by: string, direction: 'up' | 'down') => string
}

export interface DataTableProps<Row> {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sorting?: Sorting
  tight?: boolean
  /** Rows become paragraphs on a phone; on by default, off for narrow tables. */
  stack?: boolean
}

/** A table in hairlines. Sorts by URL, so it works without JavaScript and can be sent to someone. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  sorting,
  tight,
  stack = true,
}: DataTableProps<Row>) {
  return (
    <table className={classNames('tbl', stack && 'tbl--stack', tight && 'tbl--tight')}>
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          {columns.map(column => (
            <HeadCell key={column.key} column={column} sorting={sorting} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={rowKey(row)}>
            {columns.map(column => (
              <BodyCell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function HeadCell<Row>({ column, sorting }: { column: Column<Row>; sorting?: Sorting }) {
  const className = column.align === 'end' ? 'r' : undefined
  if (!column.sort || !sorting) {
    return (
      <th scope="col" className={className}>
        {column.head}
      </th>
    )
  }
  const current = sorting.by === column.sort
  const next = current && sorting.direction === 'up' ? 'down' : 'up'
  const order = sorting.direction === 'up' ? 'ascending' : 'descending'
  return (
    <th scope="col" className={className} aria-sort={current ? order : undefined}>
      <Link className="sort" href={sorting.href(column.sort, next)} aria-current={current || undefined}>
        {column.head}
        {current && <span aria-hidden="true">{sorting.direction === 'up' ? '↑' : '↓'}</span>}
      </Link>
    </th>
  )
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = classNames(column.align === 'end' && 'r', column.unit && 'unit', column.full && 'full')
  if (column.header) {
    return (
      <th scope="row" className={className}>
        {column.cell(row)}
      </th>
    )
  }
  return (
    <td className={className} data-l={column.label}>
      {column.cell(row)}
    </td>
  )
}

/** A figure in a table, with its sign kept beside it. */
export function Figure({ children, strong }: { children: ReactNode; strong?: boolean }) {
  return <span className={classNames('num', strong && 'w6')}>{children}</span>
}
