import type { Day, Instant } from '../shared/dates.ts'
import { day, dayOf, yearOf } from '../shared/dates.ts'
import type { Localized } from '../shared/localized.ts'
import { yuan } from '../shared/money.ts'
import type { Clause, RecordedStatement, RewardRule } from './rule.ts'

const says = (quote: string, gloss: string): Clause => ({ quote, gloss, verbatim: true })
const reads = (quote: string, gloss: string): Clause => ({ quote, gloss, verbatim: false })

const yearNote: Localized = {
  zh: '“年度”原文未定义，按审定日所在自然年（北京时间）计，是参数。',
  en: 'The text does not define “year”; we count the Beijing calendar year of the decision, as a parameter.',
}

const measure9: RewardRule = {
  id: 'm09',
  version: 'm09@2023-08-16',
  title: {
    zh: '若干措施（九）促进机器人创新成果首试首用',
    en: 'Measure 9: first trial and first use of robot innovations',
  },
  document: '《北京市促进机器人产业创新发展的若干措施》京经信发〔2023〕46号',
  published: day('2023-08-16'),
  url: null,
  reliability: 'original',
  effectiveFrom: day('2023-08-16'),
  effectiveTo: null,
  itemScope: 'unit',
  perItemCap: yuan(500_000),
  firmYearCap: yuan(2_000_000),
  rate: null,
  basis: null,
  region: 'jingJinJi',
  stage: 'unfinalised',
  // 财政资金 has no level here. Municipal money is excluded on every reading; the others wait for a ruling.
  funding: { excludes: ['municipal'], allows: [] },
  year: 'calendarYearOfDecision',
  clauses: {
    innovation: says('企业研制创新产品', 'an innovative product developed by the firm'),
    stage: says('在未定型阶段', 'while the design is not finalised'),
    cooperation: says('与应用方建立合作、首试首用', 'cooperation with a user, first trial and first use'),
    rdFunding: says('过程中未获得财政资金支持', 'no support from public funds during development'),
    region: says('在京津冀地区首次试用', 'first trial in the Beijing–Tianjin–Hebei region'),
  },
  caps: {
    perItem: says('单台(套)产品最高 50 万元', 'at most 500,000 yuan per unit (set)'),
    firmYear: says('每家企业年度奖励最高 200 万元', 'at most 2,000,000 yuan per firm per year'),
    basis: null,
  },
  notes: [
    yearNote,
    {
      zh: '原文只有上限，没有比例和计算基数，也没有写有效期；哪一级财政算在内未定义。',
      en: 'The text gives ceilings, no rate and no basis, and no end date; which level of public money counts is not defined.',
    },
  ],
}

const guide2024: RewardRule = {
  id: 'gjj-2024-3-3',
  version: 'gjj-2024-3-3@2024-04-30',
  title: { zh: '2024 年第三批 方向 3', en: '2024 guide, batch 3, direction 3' },
  document: '2024年北京市高精尖产业发展资金申请工作（第三批）方向3 机器人未定型创新产品首试首用奖励',
  published: day('2024-04-30'),
  url: 'https://89100cp.com/jt202404/t20240430_3650920.html',
  reliability: 'mirror',
  effectiveFrom: day('2024-04-30'),
  effectiveTo: day('2025-01-01'),
  itemScope: 'product',
  perItemCap: yuan(500_000),
  firmYearCap: yuan(2_000_000),
  rate: null,
  basis: { id: 'makingCost', label: { zh: '制备成本', en: 'making cost' } },
  region: 'jingJinJi',
  stage: 'unfinalised',
  funding: { excludes: ['municipal'], allows: ['national', 'district', 'otherProvince'] },
  year: 'calendarYearOfDecision',
  clauses: {
    innovation: says('创新产品', 'innovative product'),
    stage: says('未定型', 'not finalised'),
    cooperation: says('首试首用', 'first trial and first use'),
    rdFunding: reads(
      '已获其他市级财政资金支持的内容不再重复支持',
      'what other municipal funds support is not supported again',
    ),
    region: says('京津冀地区典型场景', 'a typical scenario in the Beijing–Tianjin–Hebei region'),
    scenarioFit: says('“机器人+”十大场景应用需求', 'needs of the ten Robot+ scenarios'),
    productSystem: says('符合行动方案2023—2025发展方向', 'fits the directions of the 2023–2025 action plan'),
    registration: reads('申报单位在本市登记注册', 'the applicant is registered in Beijing'),
    creditRecord: reads('近3年无严重失信记录', 'no serious dishonesty record in three years'),
    singleDirection: reads(
      '同一单位同一年度原则上只支持一个方向',
      'in principle one direction per unit per year',
    ),
  },
  caps: {
    perItem: reads('单个产品最高 50 万元', 'at most 500,000 yuan per product'),
    firmYear: says('单个企业年度奖…', 'per firm per year (text breaks off)'),
    basis: says('不超过制备成本', 'not above the making cost'),
  },
  notes: [
    yearNote,
    {
      zh: '只读到转载的开头部分：企业年度上限的数字在转载中断开，200 万元由 2023 年与 2026 年文本推得；一般条件取自同年第五批通知。',
      en: 'Only the opening of a mirror was read: the firm ceiling breaks off there, and 2,000,000 yuan is inferred from the 2023 and 2026 texts; general conditions are from that year’s batch 5.',
    },
  ],
}

const guide2026: RewardRule = {
  id: 'gjj-2026-1-4',
  version: 'gjj-2026-1-4@2026-02-14',
  title: { zh: '2026 年第一批 方向 4', en: '2026 guide, batch 1, direction 4' },
  document:
    '2026年北京市高精尖产业发展项目资金和支持中小企业发展资金实施指南（第一批）方向4 机器人创新产品首试首用奖励',
  published: day('2026-02-14'),
  url: 'https://jxj.beijing.gov.cn/zwgk/2024zcwj/202602/t20260214_4516700.html',
  reliability: 'quoted',
  effectiveFrom: day('2026-02-14'),
  effectiveTo: day('2027-01-01'),
  itemScope: 'product',
  perItemCap: yuan(500_000),
  firmYearCap: yuan(2_000_000),
  rate: null,
  basis: { id: 'overallMakingCost', label: { zh: '综合制备成本', en: 'overall making cost' } },
  region: 'domestic',
  stage: 'engineeringPrototype',
  funding: { excludes: ['municipal'], allows: ['national', 'district', 'otherProvince'] },
  year: 'calendarYearOfDecision',
  clauses: {
    innovation: says('机器人创新产品', 'innovative robot product'),
    stage: says('工程化样机阶段', 'engineering prototype stage'),
    cooperation: says('首试首用', 'first trial and first use'),
    rdFunding: says(
      '已通过其他市级财政资金支持的实施内容原则上不再重复支持',
      'in principle, what other municipal funds already support is not supported again',
    ),
    region: says('国内典型场景', 'a typical scenario within the country'),
    scenarioFit: says('满足“机器人+”十大场景应用需求', 'meets needs of the ten Robot+ scenarios'),
    productSystem: says('符合本市机器人“1+4”重点产品体系', 'fits Beijing’s “1+4” priority robot products'),
    registration: says('申报单位在本市登记注册', 'the applicant is registered in Beijing'),
    creditRecord: says(
      '近3年无因违法失信行为被联合惩戒或司法失信惩戒',
      'no joint or judicial sanction for dishonesty in three years',
    ),
    singleDirection: says(
      '同一单位原则上只能获得2026年内高精尖项目资金单个方向支持',
      'in principle one direction of the 2026 fund per unit',
    ),
  },
  caps: {
    perItem: reads('单个产品最高 50 万元', 'at most 500,000 yuan per product'),
    firmYear: says('单个企业奖励金额不超过200万元', 'not above 2,000,000 yuan per firm'),
    basis: says('不超过综合制备成本', 'not above the overall making cost'),
  },
  notes: [
    yearNote,
    {
      zh: '据第三方数据集引文，官网原页未读到。引文无“年度”二字，指南按年发布，故按年计。申报期 2026-03-04 至 2026-04-15 17:30。',
      en: 'From a quotation in a third-party data set; the official page was not read. The quotation has no word for “annual”; the guide is yearly, so we count by year. Filing ran from 2026-03-04 to 2026-04-15 17:30.',
    },
  ],
}

const press2026: RecordedStatement = {
  id: 'press-2026-01-23',
  title: { zh: '2026-01-23 新闻发布会报道', en: 'Press conference report of 2026-01-23' },
  document: '人民网 2026-01-23',
  published: day('2026-01-23'),
  url: 'http://www.digipub.cc/dy/article/KJURV8KS05346936.html?f=post2020_dy_recommends',
  reliability: 'press',
  quote: '不超过企业投入成本的50%',
  conflictsWith: [guide2026.version],
  says: {
    zh: '报道对促创新类方向整体称“不超过企业投入成本的 50%”，与指南引文（不超过综合制备成本，无 50%）不一致；未经主管部门确认，不参与计算。',
    en: 'The report says “up to 50% of the firm’s cost” of a whole group of directions; the guide as quoted says up to the overall making cost, with no 50%. Until the bureau confirms it, it computes nothing.',
  },
}

/** Every version that computes, oldest first. A correction is a new version. */
export const rewardRules: readonly [RewardRule, ...RewardRule[]] = [measure9, guide2024, guide2026]

/** What was said in public and computes nothing. */
export const recordedStatements: readonly RecordedStatement[] = [press2026]

/** The version a claim names; null when there is none of that name. */
export const ruleOf = (version: string): RewardRule | null =>
  rewardRules.find(rule => rule.version === version) ?? null

export const isInForce = (rule: RewardRule, on: Day): boolean =>
  rule.effectiveFrom <= on && (rule.effectiveTo === null || on < rule.effectiveTo)

/** The versions in force on the day of an instant, oldest first: the measure, and the year's guide if there is one. */
export const rulesInForce = (at: Instant): readonly RewardRule[] =>
  rewardRules.filter(rule => isInForce(rule, dayOf(at)))

/** The year whose ceiling a decision counts against (`year: 'calendarYearOfDecision'`). */
export const capYearOf = (decidedAt: Instant): number => yearOf(decidedAt)
