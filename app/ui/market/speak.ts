import { type LorenzPoint, lorenzAt } from '#domain/matching/exposure.ts'
import type { MustCount } from '#domain/matching/fits.ts'
import type { Obstacle } from '#domain/matching/reach.ts'
import { type CriterionId, criterionOf } from '#domain/ontology/criteria.ts'
import { tasks } from '#domain/ontology/tasks.ts'
import { formatNeed } from '#domain/ontology/values.ts'
import { districts } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import { isDistrict } from '../scenarios/words.ts'
import type { MarketFacts, MarketView } from './view.ts'

/** Corners of a curve beyond which its drawing does not get better. */
const mostCorners = 100

/** The page in the reader's words. */
export function speakMarket(t: Translate, { exposure, ...facts }: MarketFacts): MarketView {
  const { unmatched, tasks: scarce } = facts
  return {
    ...facts,
    exposure: exposure && {
      ...exposure,
      shares: { ...exposure.shares, curve: thinned(exposure.shares.curve) },
      unseen: {
        ...exposure.unseen,
        rows: exposure.unseen.rows.map(row => ({
          ...row,
          obstacles: row.obstacles.map(each => obstacleText(t, each)),
        })),
      },
    },
    districts: facts.districts?.map(code => (isDistrict(code) ? t.pick(districts[code]) : code)) ?? null,
    unmatched: {
      ...unmatched,
      rows: unmatched.rows.map(row => ({
        ...row,
        musts: row.musts.map(must => mustText(t, must, row.work)),
      })),
    },
    tasks: { ...scarce, rows: scarce.rows.map(row => ({ ...row, task: t.pick(tasks[row.task].label) })) },
  }
}

function thinned(curve: LorenzPoint[]): LorenzPoint[] {
  if (curve.length <= mostCorners) return curve
  return Array.from({ length: mostCorners + 1 }, (_, nth) => {
    const firms = nth / mostCorners
    return { firms, shown: lorenzAt(curve, firms) }
  })
}

const nameOf = (t: Translate, criterion: CriterionId) => t.pick(criterionOf(criterion).label)

function obstacleText(t: Translate, { criterion, scenarios, alone }: Obstacle): string {
  const facts = { criterion: nameOf(t, criterion), n: scenarios, alone }
  return t(alone > 0 ? 'market.unseen.obstacleAlone' : 'market.unseen.obstacle', facts)
}

function mustText(t: Translate, { criterion, need, unmet, alone }: MustCount, work: number): string {
  const name = nameOf(t, criterion)
  // That it can is all that is asked for.
  const what = need === true ? name : `${name} ${formatNeed(criterion, need, t.locale)}`
  return t(alone > 0 ? 'market.gaps.mustAlone' : 'market.gaps.must', { what, work, unmet, alone })
}
