import type { ReactNode } from 'react'
import { paths } from '#paths'
import { type Column, DataTable } from '../primitives/data-table.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { SpokenCertificate } from './view.ts'

/** 产品证书 with their state in words; one that has run out says so. */
export function CertificateTable({
  rows,
  act,
}: {
  rows: readonly SpokenCertificate[]
  act?: (row: SpokenCertificate) => ReactNode
}) {
  const t = useT()
  if (rows.length === 0) return <p className="unsaid">{t('product.certificate.none')}</p>
  const columns: Column<SpokenCertificate>[] = [
    {
      key: 'kind',
      head: t('product.certificate.kind'),
      header: true,
      cell: row => (
        <>
          {row.kindName}
          {row.scope && <small className="specs__note">{row.scope}</small>}
        </>
      ),
    },
    {
      key: 'number',
      head: t('product.certificate.number'),
      label: t('product.certificate.number'),
      full: true,
      cell: row => (row.fileId ? <a href={paths.file(row.fileId)}>{row.number}</a> : row.number),
    },
    {
      key: 'issuer',
      head: t('product.certificate.issuer'),
      label: t('product.certificate.issuer'),
      full: true,
      cell: row => row.issuer,
    },
    {
      key: 'valid',
      head: t('product.certificate.validUntil'),
      label: t('product.certificate.validUntil'),
      full: true,
      cell: row => (
        <span className={row.standing === 'expired' ? 'red' : undefined}>
          <span className="num">{row.validUntil ?? t('product.certificate.endless')}</span>{' '}
          {t(`product.certificate.${row.standing}`)}
        </span>
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
      caption={t('product.certificate.caption')}
      columns={columns}
      rows={rows}
      rowKey={row => row.id}
    />
  )
}
