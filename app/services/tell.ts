import type { Tx } from '#db/client.ts'
import { addJob } from '#db/queries/jobs.ts'
import { insertNotifications } from '#db/queries/notifications.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import type { NoticeEvent } from '#domain/shared/notices.ts'
import type { Detail } from '#domain/shared/verdict.ts'
import { newFormKey } from './new-id.ts'

interface Notice {
  event: NoticeEvent
  noun: string
  id: string
  params: Detail
  /** Told once per account: repeating the same fact under the same key is silent. */
  key: string
}

/** Tells people in the transaction of the deed itself, and queues the mail that repeats it. */
export async function tell(tx: Tx, accounts: readonly AccountId[], notice: Notice): Promise<void> {
  const rows = [...new Set(accounts)].map(accountId => ({
    id: newFormKey(),
    accountId,
    eventKey: notice.key,
    event: notice.event,
    params: notice.params,
    noun: notice.noun,
    objectId: notice.id,
  }))
  const inserted = await insertNotifications(tx, rows)
  for (const id of inserted) await addJob(tx, 'deliverMail', { notificationId: id })
}
