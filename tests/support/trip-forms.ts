import { addDays, dayOf } from '#domain/shared/dates.ts'
import type { Filling } from './forms.ts'

const today = dayOf(new Date())

/** A hospital's scenario as it is typed: full-width digits, 万元, a deadline in Beijing time. */
export function scenarioForm(title: string) {
  return {
    title,
    domain: 'healthcare',
    district: '110106',
    tasks: 'hospitalDelivery',
    situation: '中心药房每天向九个病区送药约 120 趟，现由护士推车取送，希望白班由机器人往返，到站刷卡开格。',
    pain: '早高峰电梯等候平均 6 分钟，取药占去每个病区每日约两小时护理时间。',
    site: '内科楼 B1 至 9 层，客梯 2 部与访客共用，病区门净宽 850 mm，连廊坡度 4°。',
    exclusions: '毒麻药品、血液制品；夜间急配。',
    'requirements[0].criterion': 'payloadKg',
    'requirements[0].value': '５０',
    'requirements[0].note': '含箱体内药筐',
    'metrics[0].name': '准时送达率',
    'metrics[0].method': '承诺 20 分钟内签收的趟次除以全部趟次，连续 28 天',
    'metrics[0].target': '９５',
    'metrics[0].baseline': '81.3',
    'metrics[0].unit': '%',
    'metrics[1].name': '护士离岗取药',
    'metrics[1].method': '每病区每日离岗次数，工作日均值，抽 6 个病区',
    'metrics[1].direction': 'atMost',
    'metrics[1].target': '3',
    'metrics[1].baseline': '11.4',
    'metrics[1].unit': '次/日',
    'metrics[2].name': '人工介入',
    'metrics[2].method': '需人到场处置的次数除以计划运行小时，后台事件',
    'metrics[2].direction': 'atMost',
    'metrics[2].target': '0.1',
    'metrics[2].baseline': '0.6',
    'metrics[2].unit': '次/h',
    readiness: 'funded',
    budgetEvidence: 'annualBudget',
    'evaluation[0].name': '满足要求与指标的程度',
    'evaluation[0].weight': '６０',
    'evaluation[1].name': '报价',
    'evaluation[1].weight': '40',
    questionsUntil: `${addDays(today, 14)}T17:00`,
    budgetFen: '５４',
    units: '2',
    pilotWeeks: '8',
    commercialForm: 'trialThenBuy',
    bidDeadline: `${addDays(today, 21)}T17:00`,
    acceptsUnfinalised: true,
  } satisfies Filling
}

/** A robot firm's product; what it does not know stays unknown. */
export function productForm(name: string) {
  return {
    name,
    model: 'YXD-Y5',
    category: 'hospitalDelivery',
    domains: 'healthcare',
    tasks: 'hospitalDelivery',
    summary: '面向病区的多格上锁配送机器人，可对接继电器式梯控与病区自动门，到站刷工卡开格并留痕。',
    'specs.payloadKg.value': '60',
    'specs.payloadKg.grade': 'C',
    'specs.payloadKg.source': '示例检测中心 2026-05',
    'specs.elevator.value': 'true',
    maturity: 'unfinalised',
    trl: '7',
    funding: 'none',
    priceFromFen: '14',
    priceToFen: '18',
    commercialForms: 'trialThenBuy',
    regions: '京津冀',
  } satisfies Filling
}

export function bidForm(approach: string) {
  return {
    priceFen: '48',
    commercialForm: 'trialThenBuy',
    deliveryWeeks: '6',
    approach,
    support: '驻场工程师一名，远程全天。',
    affirmed: true,
  } satisfies Filling
}

/** One week's run, the one that ended yesterday. */
export const reportForm: Filling = {
  'report.periodStart': addDays(today, -7),
  'report.periodEnd': addDays(today, -1),
  'report.scheduledHours': '168',
  'report.availableHours': '161',
  'report.tasks': '１２４０',
  'report.interventions': '11',
  'report.note': '首周磨合，地图补测一次。',
}

export const claimForm: Filling = {
  funding: 'none',
  ownInnovation: 'yes',
  firstTrial: 'yes',
  creditClean: 'yes',
  otherDirection: 'no',
  statement: '首台样机在病区首次试用，随附试点协议与验收记录。',
  affirmed: true,
}

export const nominationForm: Filling = {
  summary: '中心药房到九个病区的药品配送由机器人承担白班往返，护士离岗取药明显减少。',
  solution: '两台多格上锁机器人经继电器式梯控乘梯，到站刷工卡开格，全程留痕，院方电梯主板未改动。',
  conditions: '须有可对接的梯控与净宽不小于 850 mm 的病区门；每层一处充电位。',
  failures: '早高峰客梯拥挤时准时率下降；夜间急配未覆盖。',
}
