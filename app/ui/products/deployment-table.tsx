import type { ReactNode } from 'react'
import { deploymentStages } from '#domain/products/vocabulary.ts'
import { type Column, DataTable } from '../primitives/data-table.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { DeploymentLine } from './view.ts'

/** 应用案例 as the firm declares them: what it does not say is 未披露. */
export function DeploymentTable<Row extends DeploymentLine>({
  rows,
  about,
  act,
}: {
  rows: readonly Row[]
  /** What stands above the place, such as the product where the list is of a firm. */
  about?: (row: Row) => ReactNode
  act?: (row: Row) => ReactNode
}) {
  const t = useT()
  const unsaid = <span className="unsaid">{t('common.undisclosed')}</span>
  const columns: Column<Row>[] = [
    {
      key: 'place',
      head: t('product.deployment.place'),
      header: true,
      cell: row => (
        <>
          {about?.(row)}
          {row.place ?? unsaid}
          <small className="specs__note">
            {[row.region, row.isAnonymous && t('product.deployment.anonymous')]
              .filter(Boolean)
              .join(t.locale === 'zh' ? '，' : ', ')}
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
      cell: row => (row.units === null ? unsaid : <span className="num">{row.units}</span>),
    },
    {
      key: 'since',
      head: t('product.deployment.since'),
      label: t('product.deployment.since'),
      full: true,
      cell: row => (
        <>
          {row.since === null ? unsaid : <span className="num">{row.since}</span>}{' '}
          {row.stage && `${t.pick(deploymentStages[row.stage])}${t.locale === 'zh' ? '，' : ', '}`}
          {t(`product.deployment.use.${row.inUse}`)}
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
          <>
            <a href={row.evidenceUrl} rel="noopener noreferrer nofollow">
              {URL.canParse(row.evidenceUrl) ? new URL(row.evidenceUrl).host : row.evidenceUrl}
            </a>
            {row.evidenceNote && <small className="specs__note">{row.evidenceNote}</small>}
          </>
        ) : (
          unsaid
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
