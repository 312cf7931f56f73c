import type { DbOrTx } from '#db/client.ts'
import type { OrganizationRow } from '#db/queries/organizations.ts'
import { listDocuments } from '#db/queries/verification.ts'
import { dayOf } from '#domain/shared/dates.ts'

type Basics = Pick<
  OrganizationRow,
  'uscc' | 'usccNote' | 'name' | 'type' | 'industry' | 'district' | 'region' | 'legalRepresentative'
>

export function basicsOf(row: Basics): Basics {
  const { uscc, usccNote, name, type, industry, district, region, legalRepresentative } = row
  return { uscc, usccNote, name, type, industry, district, region, legalRepresentative }
}

// public: what a verb that has judged keeps of the organisation it decides on
/** 核验时所见: the basics, the capabilities held, and the papers that were valid on that day. */
export async function organizationContent(db: DbOrTx, organization: OrganizationRow, now: Date) {
  const documents = await listDocuments(db, organization.id)
  const today = dayOf(now)
  return {
    ...basicsOf(organization),
    status: organization.status,
    capabilities: organization.capabilities,
    documents: documents.map(({ kind, number, issuer, validUntil }) => ({
      ...{ kind, number, issuer, validUntil },
      valid: validUntil === null || validUntil >= today,
    })),
  }
}
