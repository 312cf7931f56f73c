import type { SiteTable } from '#domain/sites/tables.ts'
import { useT } from '../shell/dictionary.tsx'

/** The lists of a site, spoken on the server; what is unknown says so in its own look. */
export function SiteTables({ tables }: { tables: readonly SiteTable[] }) {
  const t = useT()
  return tables.map(({ id, title, head, rows }) => (
    <table className="tbl tbl--stack tbl--tight mt3" key={id}>
      <caption className="sitetable">
        {title} <span className="num">{rows.length}</span>
      </caption>
      <thead>
        <tr>
          {head.map(label => (
            <th scope="col" key={label}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, cells }, row) => (
          // Two places may have one name.
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a version never move
          <tr key={row}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td key={head[at + 1]} data-l={cell === '' ? undefined : head[at + 1]}>
                {cell ?? <span className="unsaid">{t('common.unknown')}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  ))
}
