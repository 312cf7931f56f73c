import type { Localized } from '../shared/localized.ts'
import type { DomainId } from '../vocabulary.ts'

/** The two lists that the domains come from. */
export const domainSources = {
  national: {
    zh: '《“机器人+”应用行动实施方案》（工信部联通装〔2022〕187号）',
    en: 'Robot+ application action plan, MIIT and 16 others (2022) No. 187',
  },
  beijing: {
    zh: '《北京市促进机器人产业创新发展的若干措施》（京经信发〔2023〕46号）第八条',
    en: 'Beijing robot industry measures (2023) No. 46, measure 8',
  },
} as const satisfies Record<string, Localized>

interface NationalDomain {
  /** Its place among the ten. */
  number: number
  label: Localized
  /** 经济发展 (1 to 5) or 社会民生 (6 to 10). */
  part: 'economy' | 'livelihood'
  /** Its name in Beijing's measure 8; null where that list, which ends with 等, does not name it. */
  beijing: Localized | null
}

/** The ten national domains, each with the one of Beijing's eight that answers it. 其他 is the platform's own. */
export const nationalDomains = {
  manufacturing: {
    number: 1,
    label: { zh: '制造业', en: 'Manufacturing' },
    part: 'economy',
    beijing: { zh: '智能制造', en: 'Smart manufacturing' },
  },
  agriculture: {
    number: 2,
    label: { zh: '农业', en: 'Agriculture' },
    part: 'economy',
    beijing: { zh: '智慧农业', en: 'Smart agriculture' },
  },
  construction: {
    number: 3,
    label: { zh: '建筑', en: 'Construction' },
    part: 'economy',
    beijing: { zh: '智能建造', en: 'Intelligent construction' },
  },
  energy: { number: 4, label: { zh: '能源', en: 'Energy' }, part: 'economy', beijing: null },
  logistics: {
    number: 5,
    label: { zh: '商贸物流', en: 'Commerce and logistics' },
    part: 'economy',
    beijing: { zh: '智慧物流', en: 'Smart logistics' },
  },
  healthcare: {
    number: 6,
    label: { zh: '医疗健康', en: 'Healthcare' },
    part: 'livelihood',
    beijing: { zh: '智慧医疗', en: 'Smart healthcare' },
  },
  eldercare: {
    number: 7,
    label: { zh: '养老服务', en: 'Elderly care' },
    part: 'livelihood',
    beijing: { zh: '智慧养老', en: 'Smart elderly care' },
  },
  education: { number: 8, label: { zh: '教育', en: 'Education' }, part: 'livelihood', beijing: null },
  retail: {
    number: 9,
    label: { zh: '商业社区服务', en: 'Commercial and community service' },
    part: 'livelihood',
    beijing: { zh: '智慧商业', en: 'Smart commerce' },
  },
  emergency: {
    number: 10,
    label: { zh: '安全应急和极限环境应用', en: 'Safety, emergency and extreme environments' },
    part: 'livelihood',
    beijing: { zh: '智慧应急', en: 'Smart emergency response' },
  },
} as const satisfies Record<Exclude<DomainId, 'other'>, NationalDomain>
