import type { ReactNode } from 'react'

/** A small table of two or three columns; the first one names the row. */
export function FactsTable({
  caption,
  heads,
  rows,
}: {
  caption: string
  heads: readonly string[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}) {
  const [, ...others] = heads
  return (
    <table className="tbl tbl--tight about__table">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          {heads.map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [first, ...rest] }) => (
          <tr key={key}>
            <th scope="row">{first}</th>
            {others.map((head, index) => (
              <td key={head}>{rest[index]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
