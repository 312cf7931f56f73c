import type { ReactNode } from 'react'
import { Necessity } from '../primitives/necessity.tsx'
import { useT } from '../shell/dictionary.tsx'

export interface RequirementRow {
  key: string
  name: ReactNode
  /** Null while its author does not know yet. */
  must: boolean | null
  /** With its sign: ≥ 50 */
  value: ReactNode
  unit?: ReactNode
  note?: ReactNode
}

/** The typed requirements of a scenario. */
export function RequirementTable({ rows }: { rows: readonly RequirementRow[] }) {
  const t = useT()
  return (
    <table className="tbl tbl--stack tbl--req">
      <caption className="vh">{t('common.requirement.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('common.requirement.no')}</th>
          <th scope="col">{t('common.requirement.name')}</th>
          <th scope="col">{t('common.requirement.kind')}</th>
          <th scope="col" className="r">
            {t('common.requirement.value')}
          </th>
          <th scope="col">{t('common.requirement.unit')}</th>
          <th scope="col">{t('common.requirement.note')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.key}>
            <td className="ink3 c-n">{index + 1}</td>
            <th scope="row">{row.name}</th>
            <td className="c-m">{row.must !== null && <Necessity must={row.must} />}</td>
            <td className="r c-v">
              <span className="num">{row.value}</span>
            </td>
            <td className="unit c-u">{row.unit ?? '—'}</td>
            <td className="ink2 c-d">{row.note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
