import type { DbOrTx } from '#db/client.ts'
import { listAnswerCases } from '#db/queries/responsiveness.ts'
import type { AnswerCase, Responsiveness } from '#domain/introductions/responsiveness.ts'
import { responsivenessFrom } from '#domain/introductions/responsiveness.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'

// public: how soon an organisation answers is a part of the public formula, and says of no firm what it sent
/** 答复及时 of each of these demand sides, by one query; whoever has no case yet has a share of null. */
export async function responsivenessOf(
  db: DbOrTx,
  ids: readonly OrganizationId[],
  now: Date,
): Promise<Map<OrganizationId, Responsiveness>> {
  const cases = new Map<OrganizationId, AnswerCase[]>(ids.map(id => [id, []]))
  for (const { organizationId, ...each } of await listAnswerCases(db, ids, now))
    cases.get(organizationId)?.push(each)
  return new Map([...cases].map(([id, own]) => [id, responsivenessFrom(own, now)]))
}
