import { z } from 'zod'
import type { CriterionId, Necessity } from '../ontology/criteria.ts'
import { taskKinship } from '../ontology/families.ts'
import { categoryIn, tasksIn } from '../ontology/recognise.ts'
import type { Requirement, Specs } from '../ontology/requirement.ts'
import { type RobotCategoryId, robotCategories, type TaskId } from '../ontology/tasks.ts'
import { readValue } from '../ontology/values.ts'
import type { WeightedTask } from '../ontology/weighted-task.ts'
import type { MatchProduct, MatchScenario } from './match.ts'
import { sparseKeys, statedInText } from './sparse-keys.ts'
import { countIn, domainOf, Facts, fenIn, Id, Labels, Prose, scaled } from './sparse-read.ts'

/**
 * The sparse format of public case collections: facts that were read somewhere, most of them missing. Keys that the
 * ontology does not know are skipped, and who used the robot (`user_org`) is never read.
 */
export const SparseScenario = z
  .object({
    id: Id,
    title: Prose,
    title_zh: Prose,
    title_en: Prose,
    domain: Prose,
    region: Prose,
    description: Prose,
    requirements: Facts,
  })
  .meta({ title: 'SparseScenario', description: 'A reported scenario; every other key is ignored' })

export const SparseProduct = z
  .object({
    id: Id,
    name: Prose,
    vendor_region: Prose,
    category: Prose,
    description: Prose,
    specs: Facts,
    domains: Labels,
  })
  .meta({ title: 'SparseProduct', description: 'A reported product; every other key is ignored' })

export function readSparseScenario(sparse: z.infer<typeof SparseScenario>): MatchScenario {
  const title = [sparse.title_zh, sparse.title_en].filter(Boolean).join(' ') || (sparse.title ?? '')
  const given = sparse.requirements ?? {}
  const body = [sparse.description, ...wordsOf(given)].filter(Boolean).join('。')
  const domain = domainOf(sparse.domain ?? '')
  return {
    id: sparse.id,
    title,
    domain,
    tasks: tasksIn({ headline: title, body, domain }),
    text: [title, body].filter(Boolean).join('。'),
    requirements: requirementsOf(given),
    budgetFen: fenIn(given.budget_cny),
    units: countIn(given.units),
    acceptsUnfinalised: null,
    region: sparse.region || null,
    responsiveness: null,
  }
}

export function readSparseProduct(sparse: z.infer<typeof SparseProduct>): MatchProduct {
  const headline = [sparse.category, sparse.name].filter(Boolean).join('。')
  const body = sparse.description ?? ''
  const category = categoryIn(sparse.category ?? '') ?? categoryIn(`${headline} ${body}`)
  const given = sparse.specs ?? {}
  const priceFen = fenIn(given.price_cny)
  return {
    id: sparse.id,
    name: sparse.name ?? '',
    category,
    tasks: withCategoryTasks(tasksIn({ headline, body }, 6), category),
    domains: [...new Set(sparse.domains.flatMap(label => domainOf(label) ?? []))],
    text: [headline, body].filter(Boolean).join('。'),
    specs: { ...specsInText(`${headline}。${body}`), ...specsOf(given) },
    maturity: null,
    priceFromFen: priceFen,
    priceToFen: priceFen,
    regions: null,
    home: sparse.vendor_region || null,
  }
}

/**
 * What the kind of robot is bought for beside what the text names. A kind that does one thing does that; of several
 * each is only likely, and less so of a kind that is still on trial. A word that names work foreign to a special
 * kind (a rail-mounted fryer, a hand-taught welder) was probably not meant as its task.
 */
export function withCategoryTasks(
  named: readonly WeightedTask[],
  category: RobotCategoryId | null,
): WeightedTask[] {
  if (category === null) return [...named]
  const kind = robotCategories[category]
  const own: readonly TaskId[] = kind.tasks
  const isGeneral = 'general' in kind
  const usual = 'emerging' in kind ? 0.6 : own.length === 1 ? 1 : 0.75
  const isForeign = (task: TaskId) => !isGeneral && !own.some(each => taskKinship(each, task) > 0)
  const read = named.map(({ task, weight }) => ({
    task,
    weight: own.includes(task) ? Math.max(weight, usual) : isForeign(task) ? weight * foreignWord : weight,
  }))
  const rest = own.filter(task => !named.some(each => each.task === task))
  return [...read, ...rest.map(task => ({ task, weight: usual }))]
}

const foreignWord = 0.4

interface Fact {
  criterion: CriterionId
  necessity: Necessity
  value: Requirement['value']
}

function factsIn(given: Readonly<Record<string, unknown>>): Fact[] {
  return Object.entries(given).flatMap(([name, input]) => {
    const key = Object.hasOwn(sparseKeys, name) ? sparseKeys[name] : undefined
    if (!key) return []
    const read = readValue(key.criterion, scaled(input, key), 'have')
    return read.ok ? [{ criterion: key.criterion, necessity: key.necessity, value: read.value }] : []
  })
}

function requirementsOf(given: Readonly<Record<string, unknown>>): Requirement[] {
  return factsIn(given).filter(({ value }) => value !== false)
}

function specsOf(given: Readonly<Record<string, unknown>>): Specs {
  const specs: Specs = {}
  for (const { criterion, value } of factsIn(given)) specs[criterion] = { value, grade: 'D' }
  return specs
}

/** Abilities that the text states; a negation right before the words takes them back. */
function specsInText(text: string): Specs {
  const specs: Specs = {}
  for (const { criterion, value, pattern } of statedInText) {
    const found = pattern.exec(text)
    const before = found ? text.slice(Math.max(0, found.index - 3), found.index) : ''
    if (found && !specs[criterion] && !/[不无非未]|\bnot? $/.test(before))
      specs[criterion] = { value, grade: 'D' }
  }
  return specs
}

/** Words among the facts, such as a wanted form, belong to the text; what is read as a fact does not stand there again. */
function wordsOf(given: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(given)
    .filter(([name]) => !Object.hasOwn(sparseKeys, name) && name !== 'budget_cny' && name !== 'units')
    .flatMap(([, value]) => value)
    .filter(value => typeof value === 'string')
}
