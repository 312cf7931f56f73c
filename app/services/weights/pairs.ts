import { matchedScenarios } from '#db/queries/matched.ts'
import { keptLists } from '#db/queries/matches.ts'
import { unnamedInReports } from '#domain/organizations/firm-page.ts'
import type { PreviewList } from '#domain/weights/preview.ts'
import type { Context } from '../context.ts'

/** The suggestions that a preview of other weights goes through. */
export interface PreviewSource {
  /** Published scenarios; of so many the lists below are drawn. */
  published: number
  lists: AsyncIterable<PreviewList>
}

/** Scenarios that one page looks at; of more it takes every n-th. */
export const mostScenarios = 2_000
/** Scenarios whose lists are read at once; other requests have their turn in between. */
const chunk = 50

/** The kept suggestions of the published scenarios, with their features. */
// public: it reads what anybody may read
export async function pairsToPreview({ db }: Pick<Context, 'db'>): Promise<PreviewSource> {
  const { published, ids } = await matchedScenarios(db, mostScenarios)
  async function* lists() {
    for (let from = 0; from < ids.length; from += chunk) {
      const some = ids.slice(from, from + chunk)
      const rows = await keptLists(db, some)
      for (const scenarioId of some) {
        const pairs = rows
          .filter(row => row.scenarioId === scenarioId)
          .map(({ productId, firmId, firm, features }) => ({
            ...{ productId, features },
            firmId: firm === unnamedInReports.supply ? null : firmId,
          }))
        yield { scenarioId, pairs }
      }
    }
  }
  return { published, lists: lists() }
}
