import type { Db } from '#db/client.ts'
import { membersOf } from '#db/queries/accounts.ts'
import { lockEndingCertificates, setCertificateReminded } from '#db/queries/product-records.ts'
import { certificateReminderDays, dueReminder } from '#domain/products/certificates.ts'
import { dayOf } from '#domain/shared/dates.ts'
import { tell } from '../tell.ts'

// public: a daily job of the platform; it tells a firm's members about their own certificates
/** 证书到期提醒: sixty and fourteen days ahead, once at each. Answers how many. */
export function remindOfCertificates(db: Db, now: Date): Promise<number> {
  return db.transaction(async tx => {
    let told = 0
    for (const { certificate, product, title } of await lockEndingCertificates(
      tx,
      certificateReminderDays[0],
    )) {
      const { id, number, issuer, validUntil, remindedDays } = certificate
      const due = dueReminder(validUntil, remindedDays, dayOf(now))
      if (due === null) continue
      await tell(tx, await membersOf(tx, [product.organizationId]), {
        event: 'product.certificateExpiring',
        noun: 'product',
        id: product.id,
        params: { title, number, issuer, until: validUntil ?? '' },
        key: `product.certificateExpiring:${id}:${due}`,
      })
      await setCertificateReminded(tx, id, due)
      told += 1
    }
    return told
  })
}
