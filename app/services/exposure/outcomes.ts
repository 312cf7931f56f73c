import type { Db } from '#db/client.ts'
import { type Span, shownWithOutcomes } from '#db/queries/exposure.ts'
import type { Shown, ShownOutcome } from '#domain/matching/exposure.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'

/** What scenarios' pages first showed in these days and what followed until now: for learning weights, nobody's to read as it is. */
// public: no page shows it; it is read by the proposal of weights, whose verb asks who may have one
export async function outcomesOf(db: Db, span: Span): Promise<ShownOutcome[]> {
  const rows = await shownWithOutcomes(db, span)
  const byScenario = new Map<ScenarioId, ShownOutcome & { shown: Shown[] }>()
  for (const { scenarioId, day, ...line } of rows) {
    const known = byScenario.get(scenarioId) ?? { scenarioId, day, shown: [] as Shown[] }
    known.shown.push(line)
    if (day < known.day) known.day = day
    byScenario.set(scenarioId, known)
  }
  return [...byScenario.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
