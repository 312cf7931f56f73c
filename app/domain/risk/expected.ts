import type { RobotCategoryId } from '../ontology/categories.ts'
import type { CriterionValue } from '../ontology/criteria.ts'
import type { TaskId } from '../ontology/task-table.ts'
import { robotCategories, robotCategoryIds } from '../ontology/tasks.ts'
import type { DomainId } from '../vocabulary.ts'
import { itemsOf, type RiskItemId, riskItemIds } from './items.ts'
import { riskPackFor } from './pack.ts'
import { type PilotSpace, pilotSpaceIds } from './risk-item.ts'

/** What a scenario says that decides which risks its pilot will have; what is absent is not known yet. */
export interface ExpectedFrom {
  domain?: DomainId | undefined
  tasks: readonly TaskId[]
  /** 现场人流 and the like, of the site or of the needs; absent is unknown. */
  peopleDensity?: CriterionValue | undefined
  explosionProof?: CriterionValue | undefined
  outdoor?: CriterionValue | undefined
}

/** `will` holds whichever robot wins and whichever of the possible spaces it is; `may` depends on that. */
export type Expectation = 'will' | 'may'

/** What is not known; the last two are reckoned with once they are said, for most sites have neither. */
export const openInputs = ['people', 'space', 'explosive', 'outdoor'] as const
export type OpenInput = (typeof openInputs)[number]

export interface ExpectedRisk {
  items: { id: RiskItemId; expected: Expectation }[]
  /** What the `may` depend on beside the robot that will be chosen. */
  open: OpenInput[]
  categories: readonly RobotCategoryId[]
  spaces: readonly PilotSpace[]
}

/** Robots that are built for one of these tasks; the tasks unknown, any of them. */
export function categoriesFor(tasks: readonly TaskId[]): RobotCategoryId[] {
  const built = robotCategoryIds.filter(id => robotCategories[id].tasks.some(each => tasks.includes(each)))
  return built.length > 0 ? built : [...robotCategoryIds]
}

const amongPeople: Partial<Record<DomainId, readonly PilotSpace[]>> = {
  healthcare: ['ward', 'public'],
  eldercare: ['home', 'public'],
}

/**
 * In which spaces the pilot may take place, as far as the scenario says: an explosive atmosphere decides by itself; else
 * people around and the field do. Nothing known leaves all of them open.
 */
export function spacesFor({ domain, peopleDensity, explosionProof, outdoor }: ExpectedFrom): PilotSpace[] {
  if (explosionProof === true) return ['explosive']
  const road: readonly PilotSpace[] = outdoor === true ? ['road'] : []
  if (peopleDensity === 'none') return ['fenced', ...road]
  if (peopleDensity === 'staff') return ['staff', ...road]
  if (peopleDensity === 'shared' || peopleDensity === 'crowded')
    return [...((domain && amongPeople[domain]) ?? ['public' as const]), ...road]
  return [...pilotSpaceIds]
}

/**
 * 预计风险项 of a scenario, by the very rules that make the pilot's pack: an item that belongs to every robot and space
 * that are possible will apply, one that belongs to some of them may, and what belongs to none is left out. Null without a
 * field or a task, for then nothing is known to reckon with.
 */
export function expectedRisk(from: ExpectedFrom): ExpectedRisk | null {
  const { domain, tasks } = from
  if (domain === undefined || tasks.length === 0) return null
  const [categories, spaces] = [categoriesFor(tasks), spacesFor(from)]
  const packs = categories.flatMap(category =>
    spaces.map(space => new Set(itemsOf(riskPackFor({ categories: [category], tasks, domain, space })))),
  )
  const items = riskItemIds.flatMap((id): ExpectedRisk['items'] => {
    const n = packs.filter(pack => pack.has(id)).length
    return n === 0 ? [] : [{ id, expected: n === packs.length ? 'will' : 'may' }]
  })
  return { items, open: openIn(from, spaces), categories, spaces }
}

function openIn(from: ExpectedFrom, spaces: readonly PilotSpace[]): OpenInput[] {
  const isAll = spaces.length === pilotSpaceIds.length
  const isOpen: Record<OpenInput, boolean> = {
    people: isAll,
    space: !isAll && spaces.length > 1,
    explosive: !isAll && from.explosionProof === undefined,
    outdoor: !isAll && from.outdoor === undefined && from.explosionProof !== true,
  }
  return openInputs.filter(each => isOpen[each])
}
