import type { Localized } from '../shared/localized.ts'

/** A paper that settles an open point: who issues it, and what follows once it is in. */
interface DecidingDocument {
  title: Localized
  issuer: Localized
  outcome: Localized
}

const firm: Localized = { zh: '企业', en: 'The firm' }
const bureau: Localized = {
  zh: '市经济和信息化局',
  en: 'Municipal Bureau of Economy and Information Technology',
}
const firmAndAuditor: Localized = { zh: '企业、会计师事务所', en: 'The firm and its auditor' }
const recalculated: Localized = { zh: '即时重算', en: 'Recalculated at once' }
const asParameter: Localized = {
  zh: '写入规则参数，带生效日，旧结果不改',
  en: 'Becomes a dated rule parameter; old results stay as they are',
}

export const documents = {
  innovationProof: {
    title: { zh: '自研说明与知识产权清单', en: 'Development statement and IP list' },
    issuer: firm,
    outcome: recalculated,
  },
  stageProof: {
    title: {
      zh: '产品阶段证明（设计基线，无定型证书、型式检验报告与批量销售）',
      en: 'Proof of stage (design baseline; no finalisation or type-test certificate, no batch sales)',
    },
    issuer: firm,
    outcome: recalculated,
  },
  acceptanceOpinion: {
    title: {
      zh: '双方签章的试用报告与验收意见',
      en: 'Trial report and acceptance opinion signed by both sides',
    },
    issuer: { zh: '应用方与企业', en: 'The user and the firm' },
    outcome: recalculated,
  },
  firstTrialStatement: {
    title: {
      zh: '首次试用声明，并与平台登记比对',
      en: 'First-trial statement, checked against the platform’s records',
    },
    issuer: firm,
    outcome: recalculated,
  },
  rdFundingStatement: {
    title: {
      zh: '研制经费来源声明，附专项审计报告',
      en: 'Statement of R&D funding sources with a special audit report',
    },
    issuer: firmAndAuditor,
    outcome: {
      zh: '无财政资金，判“符合”；有，按级次判并引原文',
      en: 'None: met. Some: judged by its level, with the clause quoted',
    },
  },
  fundingLevelRuling: {
    title: { zh: '主管部门对“财政资金”口径的书面说明', en: 'Written ruling on which public money counts' },
    issuer: bureau,
    outcome: asParameter,
  },
  siteRecord: {
    title: { zh: '写明部署地的现场验收记录', en: 'On-site record naming the place' },
    issuer: { zh: '应用方', en: 'The user' },
    outcome: recalculated,
  },
  regionRuling: {
    title: { zh: '主管部门对“国内”范围的书面说明', en: 'Written ruling on what 国内 includes' },
    issuer: bureau,
    outcome: asParameter,
  },
  scenarioStatement: {
    title: { zh: '应用场景说明（对应十大场景）', en: 'Scenario statement (which of the ten)' },
    issuer: { zh: '应用方', en: 'The user' },
    outcome: recalculated,
  },
  productSystemStatement: {
    title: { zh: '产品方向符合性说明', en: 'Statement of fit with the priority products' },
    issuer: firm,
    outcome: recalculated,
  },
  businessLicence: { title: { zh: '营业执照', en: 'Business licence' }, issuer: firm, outcome: recalculated },
  creditReport: {
    title: { zh: '近三年信用报告', en: 'Credit report of the last three years' },
    issuer: firm,
    outcome: recalculated,
  },
  directionStatement: {
    title: { zh: '本年度其他方向获支持情况声明', en: 'Statement on other directions supported this year' },
    issuer: firm,
    outcome: recalculated,
  },
  costStatement: {
    title: { zh: '制备成本明细，附专项审计报告', en: 'Making-cost breakdown with a special audit report' },
    issuer: firmAndAuditor,
    outcome: { zh: '按成本算出单项上限', en: 'The ceiling by cost is computed' },
  },
  guideRate: {
    title: { zh: '当年申报指南中的比例与计算基数', en: 'Rate and basis in the year’s guide' },
    issuer: bureau,
    outcome: { zh: '两项都有，才出现“核定金额”', en: 'Only with both does an assessed amount appear' },
  },
} as const satisfies Record<string, DecidingDocument>
export type DocumentId = keyof typeof documents
