import type { Classification, RobotKind } from '../ontology/axes.ts'
import type { RobotCategoryId } from '../ontology/categories.ts'
import type { TaskId } from '../ontology/task-table.ts'
import type { Localized } from '../shared/localized.ts'
import type { DomainId } from '../vocabulary.ts'

/** 使用空间 of a pilot, by who may be near the robot. */
export const pilotSpaces = {
  fenced: { zh: '围栏内，运行时无人进入', en: 'Fenced, nobody inside while it runs' },
  staff: { zh: '与受训员工共用', en: 'Shared with trained staff' },
  ward: { zh: '病区与诊疗区', en: 'Wards and treatment rooms' },
  home: { zh: '居家与养老居室', en: 'Homes and care rooms' },
  public: { zh: '公众可以进入的场所', en: 'Open to the public' },
  road: { zh: '道路与园区道路', en: 'Roads, private ones included' },
  explosive: { zh: '爆炸性气体或粉尘环境', en: 'Explosive gas or dust' },
  extreme: { zh: '火灾、辐射、带电、水下等环境', en: 'Fire, radiation, live lines, under water' },
} as const satisfies Record<string, Localized>
export type PilotSpace = keyof typeof pilotSpaces
export const pilotSpaceIds = Object.keys(pilotSpaces) as [PilotSpace, ...PilotSpace[]]

/** What is to be tried, and where. */
export interface RiskSubject {
  categories: readonly RobotCategoryId[]
  tasks: readonly TaskId[]
  domain: DomainId
  space: PilotSpace
}

/** When an item belongs to a pilot: every condition that is named has to hold, each by any of its list. */
export interface RiskCondition {
  kinds?: readonly RobotKind[]
  motions?: readonly Classification['motion'][]
  categories?: readonly RobotCategoryId[]
  tasks?: readonly TaskId[]
  domains?: readonly DomainId[]
  spaces?: readonly PilotSpace[]
}

export interface RiskItem {
  /** Without a condition it belongs to every pilot. */
  when?: RiskCondition
  text: Localized
}

/** A standard to check against, and what to look for in it. */
export interface SafetyProtocol extends RiskItem {
  standard: string
  title: Localized
}
