import { z } from 'zod'
import { taskIds } from '../ontology/tasks.ts'
import { choice, decimal, drafted, listOf, money, optional, text } from '../shared/fields.ts'
import type { Localized } from '../shared/localized.ts'
import { domainIds } from '../vocabulary.ts'

/** 软件部分: what a bundle adds to the machines. */
export const softwareKinds = {
  dispatch: { zh: '调度系统（RCS）', en: 'Dispatch system (RCS)' },
  integration: { zh: '业务系统对接（WMS、MES、HIS 等）', en: 'Business systems (WMS, MES, HIS …)' },
  access: { zh: '电梯、门禁与自动门接口', en: 'Lift, access and door interface' },
  twin: { zh: '数字孪生', en: 'Digital twin' },
  model: { zh: 'AI 模型', en: 'AI model' },
  monitoring: { zh: '运行监控与运维', en: 'Monitoring and upkeep' },
  other: { zh: '其他软件', en: 'Other software' },
} as const satisfies Record<string, Localized>
export type SoftwareKind = keyof typeof softwareKinds
export const softwareKindIds = Object.keys(softwareKinds) as [SoftwareKind, ...SoftwareKind[]]

/** 部署方式. */
export const deployments = {
  onPremise: { zh: '本地部署', en: 'On premise' },
  cloud: { zh: '云端', en: 'Cloud' },
  hybrid: { zh: '本地与云端', en: 'Both' },
} as const satisfies Record<string, Localized>
export type Deployment = keyof typeof deployments
export const deploymentIds = Object.keys(deployments) as [Deployment, ...Deployment[]]

/** 数据存放地; absent is 未披露. */
export const residencies = {
  onSite: { zh: '不出现场', en: 'Stay on site' },
  mainland: { zh: '境内', en: 'In mainland China' },
  abroad: { zh: '含境外', en: 'Partly abroad' },
} as const satisfies Record<string, Localized>
export type Residency = keyof typeof residencies
export const residencyIds = Object.keys(residencies) as [Residency, ...Residency[]]

/** As people write it, `CP-2026-0012`; full-width and lower case are the same number. */
export const normalNumber = (typed: string): string =>
  typed.normalize('NFKC').replace(/\s+/g, '').toUpperCase()

const partFields = {
  /** 产品编号, as on the product's page. */
  number: text({ max: 40 }),
  quantity: decimal({ min: 1, max: 10_000, integer: true }),
  /** What it does in the bundle. */
  role: text({ min: 2, max: 120 }),
}
const softwareFields = {
  kind: choice(softwareKindIds),
  name: text({ min: 2, max: 80 }),
  provider: optional(text({ max: 80 })),
  /** 接口与协议, such as Modbus TCP, VDA 5050, HL7. */
  interfaces: optional(text({ max: 300 })),
  deployment: optional(choice(deploymentIds)),
  residency: optional(choice(residencyIds)),
}

const SolutionPart = z.object(partFields)
const PartDraft = z.object(drafted(partFields))
const Software = z.object(softwareFields)
const SoftwareDraft = z.object(drafted(softwareFields))

const fields = {
  name: text({ min: 2, max: 80 }),
  summary: text({ min: 10, max: 3000 }),
  domains: listOf(choice(domainIds), { min: 1, max: 11 }),
  tasks: listOf(choice(taskIds), { min: 1, max: 12 }),
  parts: listOf(SolutionPart, { min: 1, max: 12 }),
  software: listOf(Software, { min: 1, max: 12 }),
  /** 服务: each absent one is 未披露. */
  survey: optional(text({ max: 500 })),
  integration: optional(text({ max: 500 })),
  training: optional(text({ max: 500 })),
  maintenance: optional(text({ max: 500 })),
  /** 报修响应, hours. */
  responseHours: optional(decimal({ min: 0.5, max: 720 })),
  /** The whole with its integration, typed in 万元; absent is 面议. */
  priceFromFen: optional(money({ maxYuan: 1_000_000_000, unit: 'wan' })),
  priceToFen: optional(money({ maxYuan: 1_000_000_000, unit: 'wan' })),
  deliveryWeeks: optional(decimal({ min: 1, max: 260, integer: true })),
  regions: optional(text({ max: 200 })),
}

interface Band {
  priceFromFen?: number
  priceToFen?: number
  parts: readonly { number?: string }[]
}

const inOrder = ({ priceFromFen: from, priceToFen: to }: Band) =>
  from === undefined || to === undefined || from <= to
const order = { error: 'product.priceOrder', path: ['priceToFen'] }

/** A product is named once; how many of it, its quantity says. */
function eachOnce({ parts }: Band): boolean {
  const numbers = parts.flatMap(each => (each.number ? [normalNumber(each.number)] : []))
  return new Set(numbers).size === numbers.length
}
const once = { error: 'field.duplicate', path: ['parts'] }

/** A solution that can be submitted: at least one robot and at least one piece of software, or it is no bundle. */
export const Solution = z.object(fields).refine(inOrder, order).refine(eachOnce, once)
export type Solution = z.infer<typeof Solution>

/** Rows with something in them; a row left blank is none. */
const said = <T extends object>(rows: readonly T[]): T[] =>
  rows.filter(row => Object.values(row).some(value => value !== undefined))

/** The same fields, none of them required yet. */
export const SolutionDraft = z
  .object({
    ...drafted(fields),
    domains: listOf(choice(domainIds), { max: 11 }),
    tasks: listOf(choice(taskIds), { max: 12 }),
    parts: listOf(PartDraft, { max: 12 }).transform(said),
    software: listOf(SoftwareDraft, { max: 12 }).transform(said),
  })
  .refine(inOrder, order)
  .refine(eachOnce, once)
export type SolutionDraft = z.infer<typeof SolutionDraft>
