import type { DbOrTx } from '#db/client.ts'
import type { PilotMetricRow, PilotRecord } from '#db/queries/pilots.ts'
import { listPilotMetrics, listPilotReports, listPilotUnits, listSignatures } from '#db/queries/pilots.ts'

// public: what a verb that has judged keeps of the pilot it decides on
/** The pilot as its page shows it, without the persons: units, metrics, periods and signatures. */
export async function pilotContent(
  db: DbOrTx,
  { pilot, demand, supply, scenario, version }: Omit<PilotRecord, 'bid'>,
) {
  const [units, metrics, reports, signatures] = await Promise.all([
    listPilotUnits(db, pilot.id),
    listPilotMetrics(db, pilot.id),
    listPilotReports(db, pilot.id),
    listSignatures(db, pilot.id),
  ])
  return {
    number: pilot.number,
    scenario: { number: scenario.number, title: scenario.title },
    demand: { name: demand.name, uscc: demand.uscc },
    supply: { name: supply.name, uscc: supply.uscc },
    product: { name: version.name, version: version.version },
    district: pilot.district,
    units,
    metrics: metrics.map(metricContent),
    reports: reports.map(({ id: _, pilotId: __, createdBy: ___, createdAt: ____, ...report }) => report),
    signatures: signatures.map(({ round, side, opinion, signedAt }) => ({ round, side, opinion, signedAt })),
  }
}

export function metricContent({ pilotId: _, position: __, waivedBy: ___, ...metric }: PilotMetricRow) {
  return metric
}
