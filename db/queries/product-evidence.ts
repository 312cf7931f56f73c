import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { EntryId, PilotId, ProductId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx } from '../client.ts'
import { pilot, pilotMetric, productVersion } from '../schema/index.ts'

/** Metrics with a measured value of the accepted pilots of a product's versions. */
export function listMeasuredMetrics(
  db: DbOrTx,
  productId: ProductId,
): Promise<{ pilot: string | null; metric: string }[]> {
  return db
    .select({ pilot: pilot.number, metric: pilotMetric.name })
    .from(pilot)
    .innerJoin(productVersion, eq(productVersion.id, pilot.productVersionId))
    .innerJoin(pilotMetric, eq(pilotMetric.pilotId, pilot.id))
    .where(
      and(
        eq(productVersion.productId, productId),
        eq(pilot.status, 'accepted'),
        isNotNull(pilot.number),
        isNotNull(pilotMetric.measured),
      ),
    )
    .orderBy(pilot.number, asc(pilotMetric.position))
}

/** An accepted pilot of a product, with its entry in the published catalogue where it has one. */
export interface AcceptedPilot {
  id: PilotId
  number: string | null
  district: string
  acceptedAt: Date | null
  units: number
  entry: { id: EntryId; number: string | null; title: string } | null
}
