import type { DeploymentRow, ProductRecords } from '#db/queries/product-records.ts'
import type { CertificateStanding } from '#domain/products/certificates.ts'
import { standingOfCertificate } from '#domain/products/certificates.ts'
import type { CertificateKind } from '#domain/products/vocabulary.ts'
import { dayOf } from '#domain/shared/dates.ts'
import type { FileId } from '#domain/shared/ids.ts'

export interface CertificateView {
  id: string
  kind: CertificateKind
  number: string
  issuer: string
  scope: string | null
  issuedOn: string
  validUntil: string | null
  standing: CertificateStanding
  /** The certificate itself, where this reader may fetch it. */
  fileId: FileId | null
}
export type DeploymentView = ProductRecords['deployments'][number]

// public: draws what its caller was allowed to load
/** What a page says of a case: who recorded it and when stays with its firm. */
export function deploymentOf(row: DeploymentRow): DeploymentView {
  const { id, place, isAnonymous, region, since, units, task, stage, evidenceUrl, evidenceNote, inUse } = row
  return {
    ...{ id, place, isAnonymous, region, since, units },
    ...{ task, stage, evidenceUrl, evidenceNote, inUse },
  }
}

// public: draws what its caller was allowed to load
/** Certificates as they stand today; a file is named only to those who may fetch it. */
export function certificatesOf(
  rows: ProductRecords['certificates'],
  { now, files }: { now: Date; files: readonly { id: FileId; open: boolean }[] },
): CertificateView[] {
  const today = dayOf(now)
  return rows.map(({ attachmentId, ...row }) => ({
    ...row,
    standing: standingOfCertificate(row.validUntil, today),
    fileId: files.find(each => each.open && each.id === attachmentId)?.id ?? null,
  }))
}
