import type { Localized } from '../shared/localized.ts'

type Values = Readonly<Record<string, Localized>>

/** ISO 8373:2021 (GB/T 12643-2025): a medical robot is neither an industrial nor a service robot. */
export const robotKinds = {
  industrial: { zh: '工业机器人', en: 'Industrial robot' },
  service: { zh: '服务机器人', en: 'Service robot' },
  medical: { zh: '医疗机器人', en: 'Medical robot' },
} as const satisfies Values
export type RobotKind = keyof typeof robotKinds

/** 应用领域 */
const fields = {
  industrial: { zh: '工业', en: 'Industrial' },
  personal: { zh: '个人与家用服务', en: 'Personal and household service' },
  public: { zh: '公共服务', en: 'Public service' },
  special: { zh: '特种', en: 'Special' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Values

/** 运动方式; a machine that stays in its place counts as 其他. */
const motions = {
  wheeled: { zh: '轮式', en: 'Wheeled' },
  legged: { zh: '足腿式', en: 'Legged' },
  tracked: { zh: '履带式', en: 'Tracked' },
  crawling: { zh: '蠕动式', en: 'Crawling' },
  floating: { zh: '浮游式', en: 'Floating' },
  diving: { zh: '潜游式', en: 'Diving' },
  flying: { zh: '飞行式', en: 'Flying' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Values

/** 使用空间 */
const spaces = {
  ground: { zh: '地面与地下', en: 'On and under ground' },
  water: { zh: '水面与水下', en: 'On and under water' },
  air: { zh: '空中', en: 'In the air' },
  space: { zh: '太空', en: 'In space' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Values

/** 机械结构 of its arm; a machine without an arm counts as 其他. */
const structures = {
  articulated: { zh: '垂直关节', en: 'Articulated' },
  scara: { zh: '平面关节', en: 'SCARA' },
  cartesian: { zh: '直角坐标', en: 'Cartesian' },
  parallel: { zh: '并联', en: 'Parallel' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Values

/** 编程和控制方式 */
const controls = {
  programmed: { zh: '编程', en: 'Programmed' },
  leaderFollower: { zh: '主从', en: 'Leader–follower' },
  collaborative: { zh: '协作', en: 'Collaborative' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Values

/**
 * The five independent axes of GB/T 39405-2020 with the clause of each. The names of the axes are the standard's;
 * their values are as commonly quoted and not checked against its text.
 */
export const axes = {
  field: { clause: '5.1', label: { zh: '应用领域', en: 'Field of use' }, values: fields },
  motion: { clause: '5.2', label: { zh: '运动方式', en: 'Motion' }, values: motions },
  space: { clause: '5.3', label: { zh: '使用空间', en: 'Space' }, values: spaces },
  structure: { clause: '5.4', label: { zh: '机械结构', en: 'Mechanical structure' }, values: structures },
  control: {
    clause: '5.5',
    label: { zh: '编程和控制方式', en: 'Programming and control' },
    values: controls,
  },
} as const satisfies Record<string, { clause: string; label: Localized; values: Values }>

/** Where a kind of robot usually stands; one product of it may stand elsewhere. */
export interface Classification {
  kind: RobotKind
  field: keyof typeof fields
  motion: keyof typeof motions
  space: keyof typeof spaces
  structure: keyof typeof structures
  control: keyof typeof controls
}
