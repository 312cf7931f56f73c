import type { CriterionId } from '../ontology/criteria.ts'

/** What the demand side weighs (需求侧). */
export const demandParts = [
  'task',
  'domain',
  'category',
  'specs',
  'text',
  'budget',
  'timeline',
  'maturity',
  'certification',
  'region',
] as const
/** What the firm's side weighs (供给侧). */
export const supplyParts = [
  'budget',
  'focus',
  'region',
  'timeline',
  'completeness',
  'responsiveness',
] as const
export type DemandPart = (typeof demandParts)[number]
export type SupplyPart = (typeof supplyParts)[number]

/** 权重: the parameters of the public formula that the bureau may change. Each change is a new version, for stored matches carry it. */
export interface Weights {
  version: number
  /** Each side's weights sum to 1. */
  demand: Readonly<Record<DemandPart, number>>
  supply: Readonly<Record<SupplyPart, number>>
  /** A side of which nothing is known keeps 1 minus this of its estimate. */
  unknownDiscount: number
}

/** The weights before the bureau has published any. */
export const builtInWeights: Weights = {
  version: 1,
  demand: {
    task: 0.24,
    domain: 0.08,
    category: 0.1,
    specs: 0.16,
    text: 0.12,
    budget: 0.1,
    timeline: 0.05,
    maturity: 0.06,
    certification: 0.05,
    region: 0.04,
  },
  supply: {
    budget: 0.3,
    focus: 0.25,
    region: 0.15,
    timeline: 0.1,
    completeness: 0.1,
    responsiveness: 0.1,
  },
  unknownDiscount: 0.25,
}

/** The shape of the utilities: part of the formula, not of the weights. */
export const shape = {
  /** Within a group a must weighs twice a should. */
  mustShare: 2,
  /** Kinship of two tasks that share only their domain. */
  sameDomain: 0.15,
  /** What a general-purpose machine's fit is worth beside a special one's. */
  generalPurpose: 0.8,
  /** Text likeness at which the utility reaches 63 %. */
  textScale: 0.12,
  /** What the likeness of two meanings adds to that of the words, where an embedder is set up. */
  meaningShare: 0.05,
  /** What just meeting a number is worth; half as much again as needed is worth 1. */
  justMet: 0.7,
  fullSurplus: 0.5,
  /** A surplus beyond this is pointed out as a risk. It costs no points, so that a better fact never lowers a score. */
  oversizedFrom: 4,
  /** An unknown is worth this until enough products of the kind have disclosed it. */
  unknownShare: 0.5,
  enoughKnown: 20,
  /** The least that an undisclosed fact is taken for, and the most that a part covered is worth. */
  leastEstimate: 0.4,
  mostForPart: 0.05,
} as const

export type WeightGroup = 'specs' | 'certification' | 'timeline'

const groups: Partial<Record<CriterionId, WeightGroup>> = {
  medicalRegistration: 'certification',
  medicalDeviceClass: 'certification',
  explosionProof: 'certification',
  certificates: 'certification',
  deliveryWeeks: 'timeline',
}

/** Which weight a typed requirement draws on. */
export function weightGroup(id: CriterionId): WeightGroup {
  return groups[id] ?? 'specs'
}
