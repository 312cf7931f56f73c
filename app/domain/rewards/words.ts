import type { Localized } from '../shared/localized.ts'
import { regionOf } from '../shared/regions.ts'
import type { ConditionId } from './rule.ts'

/** What is stated about a condition, in words; `{name}` is filled from the condition's params. */
export const facts = {
  'inForce.within': { zh: '审定日 {day} 在规则生效期内', en: 'Decided on {day}, while the rule is in force' },
  'inForce.before': {
    zh: '审定日 {day} 早于规则生效日 {from}',
    en: 'Decided on {day}, before the rule took effect on {from}',
  },
  'inForce.after': {
    zh: '审定日 {day} 时规则已失效（{to}）',
    en: 'Decided on {day}; the rule ended on {to}',
  },
  'innovation.met': {
    zh: '企业自行研制的创新产品',
    en: 'An innovative product that the firm developed itself',
  },
  'innovation.unmet': { zh: '不是企业自行研制的创新产品', en: 'Not an innovative product of the firm’s own' },
  'innovation.unstated': { zh: '未说明是否自行研制', en: 'Not stated whether the firm developed it' },
  'stage.labPrototype': { zh: '实验室样机，未定型', en: 'Laboratory prototype, not finalised' },
  'stage.engineeringPrototype': { zh: '工程化样机，未定型', en: 'Engineering prototype, not finalised' },
  'stage.unfinalised': {
    zh: '未定型，未说明是否工程化样机',
    en: 'Not finalised; not stated whether an engineering prototype',
  },
  'stage.finalised': { zh: '已定型', en: 'Design finalised' },
  'stage.series': { zh: '已量产', en: 'In series production' },
  'stage.unstated': { zh: '未说明产品阶段', en: 'Stage not stated' },
  'cooperation.done': { zh: '试点已验收，且为首次试用', en: 'Pilot accepted, and a first trial' },
  'cooperation.notFirst': { zh: '不是首次试用', en: 'Not a first trial' },
  'cooperation.notAccepted': { zh: '尚无验收通过的试点作证', en: 'No accepted pilot to prove it yet' },
  'cooperation.firstUnstated': {
    zh: '试点已验收，是否首次试用未说明',
    en: 'Pilot accepted; not stated whether it was a first trial',
  },
  'rdFunding.none': { zh: '声明研制过程未获得财政资金', en: 'Declared: no public money in its development' },
  'rdFunding.unknown': {
    zh: '说不清；不当作零，也不当作满足',
    en: 'Not known; counted neither as none nor as met',
  },
  'rdFunding.excluded': {
    zh: '研制过程获得过财政资金（{levels}）',
    en: 'Development received public money ({levels})',
  },
  'rdFunding.allowed': {
    zh: '获得的财政资金（{levels}）不在限制之列',
    en: 'The public money received ({levels}) is not excluded',
  },
  'rdFunding.levelOpen': {
    zh: '获得过财政资金（{levels}）；哪一级算在内，原文未定义',
    en: 'Public money received ({levels}); the text does not define which level counts',
  },
  'rdFunding.levelUnstated': {
    zh: '获得过财政资金，级次未说明',
    en: 'Public money received; level not stated',
  },
  'region.inside': { zh: '首次试用地：{place}', en: 'First trial in {place}' },
  'region.outside': {
    zh: '试用地：{place}，不在规定地区',
    en: 'Trial in {place}, outside the region required',
  },
  'region.notFirst': { zh: '在规定地区不是首次试用', en: 'Not the first trial in the region required' },
  'region.firstUnstated': {
    zh: '试用地：{place}；是否首次未说明',
    en: 'Trial in {place}; not stated whether the first',
  },
  'region.open': {
    zh: '试用地：{place}；是否属“国内”，原文未定义',
    en: 'Trial in {place}; the text does not define whether 国内 includes it',
  },
  'region.unstated': { zh: '试用地未说明', en: 'Place of trial not stated' },
  'scenarioFit.met': { zh: '属“机器人+”十大场景应用需求', en: 'Meets a need of the ten Robot+ scenarios' },
  'scenarioFit.unmet': {
    zh: '不属“机器人+”十大场景应用需求',
    en: 'Meets no need of the ten Robot+ scenarios',
  },
  'scenarioFit.unstated': { zh: '是否典型场景未说明', en: 'Not stated whether it is a typical scenario' },
  'productSystem.met': { zh: '符合重点产品方向', en: 'Fits the priority product directions' },
  'productSystem.unmet': { zh: '不符合重点产品方向', en: 'Outside the priority product directions' },
  'productSystem.unstated': {
    zh: '是否符合重点产品方向未说明',
    en: 'Not stated whether it fits the priority directions',
  },
  'registration.met': { zh: '在北京市登记注册', en: 'Registered in Beijing' },
  'registration.unmet': { zh: '不在北京市登记注册', en: 'Not registered in Beijing' },
  'registration.unstated': { zh: '登记地未说明', en: 'Place of registration not stated' },
  'creditRecord.met': { zh: '近三年无失信惩戒', en: 'No sanction in the last three years' },
  'creditRecord.unmet': { zh: '近三年有失信惩戒', en: 'Sanctioned within the last three years' },
  'creditRecord.unstated': { zh: '近三年信用记录未说明', en: 'Credit record not stated' },
  'singleDirection.met': { zh: '本年未获其他方向支持', en: 'No other direction supported this year' },
  'singleDirection.unmet': {
    zh: '本年已获其他方向支持',
    en: 'Already supported under another direction this year',
  },
  'singleDirection.unstated': {
    zh: '本年是否获其他方向支持未说明',
    en: 'Not stated whether another direction was supported this year',
  },
} as const satisfies Record<`${ConditionId}.${string}`, Localized>
export type FactKey = keyof typeof facts

/** Where a fact was taken from. */
export const evidences = {
  ruleTable: { zh: '规则参数表', en: 'Rule parameters' },
  firmStatement: { zh: '企业自报', en: 'Declared by the firm' },
  pilotRecord: { zh: '平台试点记录', en: 'Pilot record on this platform' },
  siteRecord: { zh: '现场验收记录', en: 'On-site acceptance record' },
  register: { zh: '营业执照登记信息', en: 'Business registration' },
} as const satisfies Record<string, Localized>
export type EvidenceId = keyof typeof evidences

const levelNames: Record<string, Localized> = {
  national: { zh: '国家级', en: 'national' },
  municipal: { zh: '市级', en: 'municipal' },
  district: { zh: '区级', en: 'district' },
  otherProvince: { zh: '外省市', en: 'another province' },
  unspecified: { zh: '级次未说明', en: 'level not stated' },
}

/** The words of a fact with its places filled, in the reader's language. */
export function factText(
  { fact, params }: { fact: FactKey; params: Record<string, string | number | null> },
  locale: 'zh' | 'en',
): string {
  const separator = locale === 'zh' ? '、' : ', '
  const levels = String(params.levels ?? '').split(',')
  const filled: Record<string, unknown> = {
    ...params,
    place: placeText(String(params.code ?? ''), locale),
    levels: levels.map(level => levelNames[level]?.[locale] ?? level).join(separator),
  }
  return facts[fact][locale].replace(/\{(\w+)\}/g, (_, name: string) => String(filled[name] ?? '—'))
}

function placeText(code: string, locale: 'zh' | 'en'): string {
  if (code === 'abroad') return locale === 'zh' ? '境外' : 'a place abroad'
  const place = regionOf(code) ?? regionOf(`${code.slice(0, 2)}0000`)
  if (!place) return code
  const province = place.parent ? regionOf(place.parent) : null
  if (locale === 'zh') return `${province?.zh ?? ''}${place.zh}（${code}）`
  return `${place.en}${province ? `, ${province.en}` : ''} (${code})`
}
