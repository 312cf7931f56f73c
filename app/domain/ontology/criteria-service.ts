import type { Criterion } from './criterion.ts'
import {
  certificateOptions,
  contactOptions,
  interfaceOptions,
  languageOptions,
  networkOptions,
  robotClassOptions,
} from './criterion-options.ts'

const yes = { kind: 'boolean', unit: '', direction: 'yes', plausible: [0, 0] } as const
const several = { kind: 'set', unit: '', direction: 'includes', plausible: [0, 0] } as const
const degree = { kind: 'choice', unit: '', direction: 'atLeast', plausible: [0, 0] } as const

/** Power, working beside people, systems it joins, papers it needs, and how it is delivered. */
export const serviceCriteria = {
  runtimeHours: {
    kind: 'number',
    unit: 'h',
    direction: 'atLeast',
    plausible: [0.01, 1000],
    label: { zh: '连续工作', en: 'Runtime' },
    standard: 'GB/T 38124-2019',
  },
  chargingHours: {
    kind: 'number',
    unit: 'h',
    direction: 'atMost',
    plausible: [0.01, 100],
    label: { zh: '充电时间', en: 'Charging time' },
  },
  autoCharging: {
    ...yes,
    label: { zh: '自动充换电', en: 'Recharges itself' },
  },
  voice: {
    ...yes,
    label: { zh: '语音交互', en: 'Voice' },
    standard: 'GB/T 38124-2019',
  },
  languages: {
    ...several,
    domains: ['eldercare', 'healthcare', 'retail', 'education'],
    options: languageOptions,
    label: { zh: '交互语言', en: 'Languages' },
  },
  fenceless: {
    ...yes,
    domains: ['manufacturing', 'logistics'],
    label: { zh: '无围栏协作', en: 'Works without a fence' },
    standard: 'GB/T 36008-2018',
  },
  humanContact: {
    ...degree,
    options: contactOptions,
    label: { zh: '人机接触方式', en: 'Human contact' },
    standard: 'ISO 10218-2:2025',
  },
  robotClass: {
    ...degree,
    domains: ['manufacturing', 'logistics', 'education'],
    options: robotClassOptions,
    label: { zh: '机器人安全类别', en: 'Robot safety class' },
    standard: 'ISO 10218-1:2025',
  },
  remoteRangeM: {
    kind: 'number',
    unit: 'm',
    direction: 'atLeast',
    plausible: [1, 20_000_000],
    domains: ['emergency', 'energy', 'healthcare', 'other'],
    label: { zh: '遥控距离', en: 'Remote range' },
  },
  latencyMs: {
    kind: 'number',
    unit: 'ms',
    direction: 'atMost',
    plausible: [0.01, 60_000],
    tasks: [
      'remoteDiagnosis',
      'laparoscopicSurgery',
      'orthopedicSurgery',
      'neurosurgery',
      'intervention',
      'explosiveDisposal',
      'nuclearWork',
      'underwaterWork',
      'searchRescue',
      'firefighting',
      'demolition',
      'mining',
      'earthwork',
    ],
    label: { zh: '遥操作时延', en: 'Remote latency' },
  },
  dataResidency: {
    ...yes,
    label: { zh: '数据本地存储', en: 'Data stay on site' },
  },
  network: { ...several, options: networkOptions, label: { zh: '网络方式', en: 'Network' } },
  integrationHis: {
    ...yes,
    domains: ['healthcare', 'eldercare'],
    label: { zh: '对接医院信息系统', en: 'HIS integration' },
  },
  integrationMes: {
    ...yes,
    domains: ['manufacturing', 'energy'],
    label: { zh: '对接制造执行系统', en: 'MES integration' },
  },
  integrationWms: {
    ...yes,
    domains: ['logistics', 'manufacturing', 'retail'],
    label: { zh: '对接仓储管理系统', en: 'WMS integration' },
  },
  interfaces: { ...several, options: interfaceOptions, label: { zh: '其他接口', en: 'Other interfaces' } },
  certificates: {
    ...several,
    options: certificateOptions,
    label: { zh: '认证与检测', en: 'Certificates and tests' },
  },
  medicalRegistration: {
    ...yes,
    domains: ['healthcare', 'eldercare'],
    label: { zh: '医疗器械注册证', en: 'Medical device registration' },
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
  },
  deliveryWeeks: {
    kind: 'number',
    unit: 'week',
    direction: 'atMost',
    plausible: [0, 260],
    label: { zh: '交付周期', en: 'Delivery time' },
  },
  serviceDistanceKm: {
    kind: 'number',
    unit: 'km',
    direction: 'atMost',
    plausible: [0, 20_000],
    label: { zh: '服务网点距离', en: 'Service distance' },
  },
  responseHours: {
    kind: 'number',
    unit: 'h',
    direction: 'atMost',
    plausible: [0.01, 720],
    label: { zh: '到场响应', en: 'Time to be on site' },
  },
  warrantyMonths: {
    kind: 'number',
    unit: 'month',
    direction: 'atLeast',
    plausible: [0, 240],
    label: { zh: '质保期', en: 'Warranty' },
  },
} as const satisfies Record<string, Criterion>
