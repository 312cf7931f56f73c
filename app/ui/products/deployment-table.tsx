import type { ReactNode } from 'react'
import { type Column, DataTable } from '../primitives/data-table.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { DeploymentLine } from './view.ts'

/** 应用案例 as the firm declares them: what it does not say is 未披露. */
export function DeploymentTable({
  rows,
  act,
}: {
  rows: readonly DeploymentLine[]
  act?: (row: DeploymentLine) => ReactNode
}) {
  const t = useT()
  const columns: Column<DeploymentLine>[] = [
    {
      key: 'place',
      head: t('product.deployment.place'),
      header: true,
      cell: row => (
        <>
          {row.place}
          <small className="specs__note">
            {row.region}
            {row.isAnonymous && (t.locale === 'zh' ? '，' : ', ') + t('product.deployment.anonymous')}
          </small>
        </>
      ),
    },
    {
      key: 'task',
      head: t('product.deployment.task'),
      label: t('product.deployment.task'),
      full: true,
      cell: row => row.task,
    },
    {
      key: 'units',
      head: t('product.deployment.units'),
      label: t('product.deployment.units'),
      full: true,
      cell: row =>
        row.units === null ? (
          <span className="unsaid">{t('common.undisclosed')}</span>
        ) : (
          <span className="num">{row.units}</span>
        ),
    },
    {
      key: 'since',
      head: t('product.deployment.since'),
      label: t('product.deployment.since'),
      full: true,
      cell: row => (
        <>
          <span className="num">{row.since}</span> {t(`product.deployment.use.${row.inUse}`)}
        </>
      ),
    },
    {
      key: 'evidence',
      head: t('product.deployment.evidenceUrl'),
      label: t('product.deployment.evidenceUrl'),
      full: true,
      cell: row =>
        row.evidenceUrl ? (
          <a href={row.evidenceUrl} rel="noopener noreferrer nofollow">
            {URL.canParse(row.evidenceUrl) ? new URL(row.evidenceUrl).host : row.evidenceUrl}
          </a>
        ) : (
          <span className="unsaid">{t('common.undisclosed')}</span>
        ),
    },
  ]
  if (act)
    columns.push({
      key: 'act',
      head: <span className="vh">{t('product.certificate.act')}</span>,
      full: true,
      cell: act,
    })
  return (
    <DataTable
      caption={t('product.deployment.caption')}
      columns={columns}
      rows={rows}
      rowKey={row => row.id}
    />
  )
}
