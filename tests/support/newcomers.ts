import type { Locale } from '#domain/shared/localized.ts'
import { withCheckCharacter } from './uscc.ts'

/** Somebody who has no account yet. */
export interface Newcomer {
  email: string
  name: string
  password: string
}

const typed = {
  zh: {
    people: {
      owner: ['章院办', '院门口两棵石榴树'],
      drafter: ['白护士长', '早班先看三本记录'],
      buyer: ['耿工', '仓库钥匙挂在门后'],
      founder: ['路创始', '第一台样机会转圈'],
      seller: ['应商务', '周二下午见客户吧'],
      handler: ['新经办', '胡同口的修车铺子'],
      approver: ['新复核', '冬天的柿子最甜了'],
    },
    hospital: '北京示例联合医疗集团',
    firm: '北京示例起步机器人有限公司',
    representatives: ['章示例', '路示例'],
    issuers: ['北京市事业单位登记管理局', '北京市海淀区市场监督管理局'],
    departments: ['护理部', '设备处', '财务处'],
    scenario: '内科楼夜间标本转运',
    opinion: '证照与登记信息一致，同意。',
  },
  en: {
    people: {
      owner: ['Grace Owner', 'two pear trees by the gate'],
      drafter: ['Nora Ward', 'three notebooks before dawn'],
      buyer: ['Basil Equip', 'the key hangs behind a door'],
      founder: ['Frank Founder', 'prototype number one spins'],
      seller: ['Selma Sales', 'coffee with them on tuesday'],
      handler: ['Hanna Handler', 'bicycle shop in the lane'],
      approver: ['Abel Approver', 'persimmons taste of winter'],
    },
    hospital: 'Example United Hospital Group',
    firm: 'Example First Step Robotics',
    representatives: ['Gale Example', 'Ford Example'],
    issuers: ['Beijing Registry of Public Institutions', 'Haidian Market Supervision Office'],
    departments: ['Nursing', 'Equipment office', 'Finance'],
    scenario: 'Specimens by night in the ward block',
    opinion: 'Licence and entries agree.',
  },
} as const

type Who = keyof (typeof typed)['zh']['people']

/** Everybody and everything that comes to the platform in one walk, new in every run. */
export function newcomers(locale: Locale) {
  const { people, representatives, issuers, hospital, firm, ...rest } = typed[locale]
  const stamp = Date.now().toString(36)
  // The walks in two languages may begin at the same moment.
  const serial = `${locale === 'zh' ? 1 : 2}${String(Date.now()).slice(-8)}`
  const one = (who: Who): Newcomer => {
    const [name, password] = people[who]
    return { email: `${who}-${locale}-${stamp}@joining.example.cn`, name, password }
  }
  const organization = (at: 0 | 1, name: string, kind: { type: string; industry: string }) => ({
    uscc: withCheckCharacter(`${at === 0 ? '12' : '91'}110108${serial}`),
    name: `${name} ${stamp}`,
    legalRepresentative: `${representatives[at]} ${stamp}`,
    ...kind,
    district: '110108',
  })
  return {
    ...rest,
    one,
    hospital: organization(0, hospital, { type: 'institution', industry: 'Q84' }),
    firm: organization(1, firm, { type: 'enterprise', industry: 'C34' }),
    licence: (of: 'hospital' | 'firm') => ({
      kind: 'registration',
      number: `L-${serial}-${of}`,
      issuer: issuers[of === 'hospital' ? 0 : 1],
    }),
  }
}
