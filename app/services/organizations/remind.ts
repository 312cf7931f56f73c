import type { Db } from '#db/client.ts'
import { ownersOf } from '#db/queries/members.ts'
import { lockExpiring, setReminded } from '#db/queries/verification.ts'
import { reminderDays } from '#domain/organizations/documents.ts'
import { tell } from '../tell.ts'

// public: a daily job of the platform; it tells owners about their own documents
/** 证照到期提醒: once for each document, thirty days ahead. Answers how many. */
export function remindOfDocuments(db: Db, now: Date): Promise<number> {
  return db.transaction(async tx => {
    const expiring = await lockExpiring(tx, reminderDays)
    for (const { document, name } of expiring) {
      const { id, organizationId, number, issuer, validUntil } = document
      await tell(tx, await ownersOf(tx, organizationId), {
        event: 'organization.documentExpiring',
        noun: 'organization',
        id: organizationId,
        params: { organization: name, number, issuer, until: validUntil ?? '' },
        key: `organization.documentExpiring:${id}`,
      })
    }
    await setReminded(
      tx,
      expiring.map(({ document }) => document.id),
      now,
    )
    return expiring.length
  })
}
