import type { Criterion } from './criterion.ts'

const yes = { kind: 'boolean', unit: '', direction: 'yes', plausible: [0, 0] } as const

/** Power, working beside people, systems it joins, papers it needs, and how it is delivered. */
export const serviceCriteria = {
  runtimeHours: {
    kind: 'number',
    unit: 'h',
    direction: 'atLeast',
    plausible: [0.01, 1000],
    label: { zh: '连续工作', en: 'Runtime' },
    help: { zh: '一次充电要连续工作多久', en: 'How long it works on one charge' },
    standard: 'GB/T 38124-2019',
  },
  chargingHours: {
    kind: 'number',
    unit: 'h',
    direction: 'atMost',
    plausible: [0.01, 100],
    label: { zh: '充电时间', en: 'Charging time' },
    help: { zh: '从用尽到充满最多多久', en: 'The longest a full charge may take' },
  },
  autoCharging: {
    ...yes,
    label: { zh: '自动充换电', en: 'Recharges itself' },
    help: { zh: '自己回充电桩或换电', en: 'Returns to its charger or swaps its battery' },
  },
  voice: {
    ...yes,
    label: { zh: '语音交互', en: 'Voice' },
    help: { zh: '能听懂并用语音应答或提示', en: 'Understands speech and answers or warns aloud' },
    standard: 'GB/T 38124-2019',
  },
  fenceless: {
    ...yes,
    domains: ['manufacturing', 'logistics'],
    label: { zh: '无围栏协作', en: 'Works without a fence' },
    help: { zh: '与人同站工作，不设安全围栏', en: 'Shares the station with people, no safety fence' },
    standard: 'GB/T 36008-2018',
  },
  remoteRangeM: {
    kind: 'number',
    unit: 'm',
    direction: 'atLeast',
    plausible: [1, 20_000_000],
    domains: ['emergency', 'energy', 'healthcare', 'other'],
    label: { zh: '遥控距离', en: 'Remote range' },
    help: { zh: '操作人员与机器人的最远距离', en: 'The farthest the operator stands from it' },
  },
  dataResidency: {
    ...yes,
    label: { zh: '数据本地存储', en: 'Data stay on site' },
    help: { zh: '运行数据与影像不出本单位', en: 'Operating data and images never leave the site' },
  },
  integrationHis: {
    ...yes,
    domains: ['healthcare', 'eldercare'],
    label: { zh: '对接医院信息系统', en: 'HIS integration' },
    help: { zh: '与 HIS、LIS 等系统接口', en: 'Connects to HIS, LIS and the like' },
  },
  integrationMes: {
    ...yes,
    domains: ['manufacturing', 'energy'],
    label: { zh: '对接制造执行系统', en: 'MES integration' },
    help: { zh: '与 MES、PLC 等产线系统接口', en: 'Connects to MES, PLC and line control' },
  },
  integrationWms: {
    ...yes,
    domains: ['logistics', 'manufacturing', 'retail'],
    label: { zh: '对接仓储管理系统', en: 'WMS integration' },
    help: { zh: '与 WMS、WCS 等仓储系统接口', en: 'Connects to WMS and WCS' },
  },
  medicalRegistration: {
    ...yes,
    domains: ['healthcare', 'eldercare'],
    label: { zh: '医疗器械注册证', en: 'Medical device registration' },
    help: { zh: '属医疗器械的须已注册或备案', en: 'Registered or filed where it is a medical device' },
  },
  medicalDeviceClass: {
    kind: 'choice',
    unit: '',
    direction: 'includes',
    plausible: [0, 0],
    domains: ['healthcare', 'eldercare'],
    options: {
      I: { zh: '第一类', en: 'Class I' },
      II: { zh: '第二类', en: 'Class II' },
      III: { zh: '第三类', en: 'Class III' },
    },
    label: { zh: '医疗器械类别', en: 'Medical device class' },
    help: { zh: '注册证上的管理类别', en: 'The class named on its registration' },
  },
  deliveryWeeks: {
    kind: 'number',
    unit: 'week',
    direction: 'atMost',
    plausible: [0, 260],
    label: { zh: '交付周期', en: 'Delivery time' },
    help: { zh: '从签约到可用最多几周', en: 'Weeks from signing to working on site, at most' },
  },
  serviceDistanceKm: {
    kind: 'number',
    unit: 'km',
    direction: 'atMost',
    plausible: [0, 20_000],
    label: { zh: '服务网点距离', en: 'Service distance' },
    help: { zh: '最近的维修网点离现场多远', en: 'How far the nearest service point may be' },
  },
  warrantyMonths: {
    kind: 'number',
    unit: 'month',
    direction: 'atLeast',
    plausible: [0, 240],
    label: { zh: '质保期', en: 'Warranty' },
    help: { zh: '免费保修多少个月', en: 'Months of free repair' },
  },
} as const satisfies Record<string, Criterion>
