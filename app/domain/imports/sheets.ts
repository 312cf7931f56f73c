import { criteria, necessities } from '../ontology/criteria.ts'
import { robotCategories, tasks } from '../ontology/tasks.ts'
import type { ConfidentialPart } from '../scenarios/confidential-parts.ts'
import type { Localized } from '../shared/localized.ts'
import {
  budgetEvidences,
  commercialForms,
  districts,
  domains,
  fundingAnswers,
  maturities,
  readiness,
  targetDirections,
} from '../vocabulary.ts'
import type { ImportNoun, ListGroup, Sheet } from './column.ts'
import { needColumns, specColumns } from './criterion-columns.ts'
import { deploymentSheet } from './deployment-sheet.ts'
import { rowKey } from './row-key.ts'

type Labelled = Readonly<Record<string, { label: Localized }>>
const labelsOf = (table: Labelled): Record<string, Localized> =>
  Object.fromEntries(Object.entries(table).map(([id, { label }]) => [id, label]))

const taskLabels = labelsOf(tasks)
const tenThousandYuan = { zh: '万元', en: '10,000 CNY' }
const yuanAMonth = { zh: '元/台·月', en: 'CNY per unit and month' }
const perMonth = {
  zh: '合作方式中有“租用”的填租金，有“按服务付费”的填服务费',
  en: 'Rent where the forms name “Rental”, a service fee where they name “Robot as a service”',
}
const listHelp = { zh: '可填多个，用“、”或“;”隔开', en: 'Several may be given, parted by ;' }

/** 产品: the columns of its own, then every criterion. */
const productSheet: Sheet = {
  noun: 'product',
  label: { zh: '产品', en: 'Products' },
  columns: [
    rowKey,
    {
      key: 'name',
      label: { zh: '产品名称', en: 'Product name' },
      aliases: ['名称', 'name'],
      kind: 'text',
      needed: true,
      example: '药小递 Y3',
    },
    { key: 'model', label: { zh: '型号', en: 'Model' }, kind: 'text', example: 'Y3-200' },
    {
      key: 'category',
      label: { zh: '产品类别', en: 'Category' },
      aliases: ['类别', '品类'],
      kind: 'choice',
      options: labelsOf(robotCategories),
      needed: true,
    },
    {
      key: 'domains',
      label: { zh: '应用领域', en: 'Domains' },
      aliases: ['领域'],
      kind: 'list',
      options: domains,
      needed: true,
      help: listHelp,
    },
    {
      key: 'tasks',
      label: { zh: '可做任务', en: 'Tasks' },
      aliases: ['任务'],
      kind: 'list',
      options: taskLabels,
      needed: true,
      help: listHelp,
    },
    {
      key: 'summary',
      label: { zh: '产品简介', en: 'Summary' },
      aliases: ['简介', '说明', 'description'],
      kind: 'text',
      needed: true,
    },
    {
      key: 'maturity',
      label: { zh: '产品成熟度', en: 'Maturity' },
      aliases: ['成熟度'],
      kind: 'choice',
      options: maturities,
      needed: true,
    },
    {
      key: 'trl',
      label: { zh: '技术成熟度', en: 'TRL' },
      aliases: ['技术成熟度等级'],
      kind: 'number',
      example: '7',
      help: { zh: 'GB/T 22900 的 1 至 9 级', en: '1 to 9 of GB/T 22900' },
    },
    {
      key: 'funding',
      label: { zh: '研制经费声明', en: 'Public R&D funding' },
      kind: 'choice',
      options: fundingAnswers,
      needed: true,
    },
    {
      key: 'priceFromFen',
      label: { zh: '单价下限', en: 'Unit price from' },
      unit: tenThousandYuan,
      kind: 'money',
      example: '18',
    },
    {
      key: 'priceToFen',
      label: { zh: '单价上限', en: 'Unit price to' },
      unit: tenThousandYuan,
      kind: 'money',
      example: '24',
    },
    {
      key: 'rentalFromFen',
      label: { zh: '租金下限', en: 'Rent from' },
      unit: yuanAMonth,
      kind: 'yuan',
      help: perMonth,
    },
    {
      key: 'rentalToFen',
      label: { zh: '租金上限', en: 'Rent to' },
      unit: yuanAMonth,
      kind: 'yuan',
      help: perMonth,
    },
    {
      key: 'raasFromFen',
      label: { zh: '服务费下限', en: 'Service fee from' },
      unit: yuanAMonth,
      kind: 'yuan',
      help: perMonth,
    },
    {
      key: 'raasToFen',
      label: { zh: '服务费上限', en: 'Service fee to' },
      unit: yuanAMonth,
      kind: 'yuan',
      help: perMonth,
    },
    {
      key: 'commercialForms',
      label: { zh: '合作方式', en: 'Commercial forms' },
      kind: 'list',
      options: commercialForms,
      help: listHelp,
    },
    { key: 'regions', label: { zh: '服务地区', en: 'Regions served' }, kind: 'text', example: '京津冀' },
    ...specColumns,
  ],
  lists: [],
}

/** 验收指标: a metric without unit or method may be imported as a draft, and goes no further. */
const metrics: ListGroup = {
  key: 'metrics',
  label: { zh: '验收指标', en: 'Acceptance metrics' },
  item: { zh: '指标', en: 'Metric' },
  max: 20,
  offered: 3,
  columns: [
    {
      key: 'name',
      label: { zh: '名称', en: 'Name' },
      aliases: ['指标名称', '指标'],
      kind: 'text',
      needed: true,
      example: '准时送达率',
    },
    {
      key: 'method',
      label: { zh: '测量方法', en: 'Method' },
      aliases: ['方法'],
      kind: 'text',
      needed: true,
      example: '连续 28 天，按趟记录后汇总',
    },
    { key: 'unit', label: { zh: '单位', en: 'Unit' }, kind: 'text', needed: true, example: '%' },
    {
      key: 'direction',
      label: { zh: '方向', en: 'Direction' },
      kind: 'choice',
      options: targetDirections,
      needed: true,
    },
    {
      key: 'baseline',
      label: { zh: '现状值', en: 'Baseline' },
      aliases: ['基线'],
      kind: 'number',
      example: '81.3',
    },
    {
      key: 'target',
      label: { zh: '目标值', en: 'Target' },
      aliases: ['目标'],
      kind: 'number',
      needed: true,
      example: '95',
    },
    { key: 'mandatory', label: { zh: '必达', en: 'Mandatory' }, kind: 'yes', example: '是' },
  ],
}

/** 评价标准: the weights make 100. */
const evaluation: ListGroup = {
  key: 'evaluation',
  label: { zh: '评价标准', en: 'Evaluation' },
  item: { zh: '评价', en: 'Criterion' },
  max: 10,
  offered: 2,
  columns: [
    { key: 'name', label: { zh: '名称', en: 'Name' }, kind: 'text', needed: true, example: '现场适配' },
    { key: 'weight', label: { zh: '权重', en: 'Weight' }, kind: 'number', needed: true, example: '40' },
  ],
}

const confidentialLabels = {
  situation: { zh: '要做的事', en: 'What has to be done' },
  pain: { zh: '痛点', en: 'Pain' },
  process: { zh: '现行流程', en: 'Present process' },
  site: { zh: '现场条件', en: 'Site conditions' },
  requirementNotes: { zh: '要求备注', en: 'Notes of requirements' },
  budget: { zh: '预算', en: 'Budget' },
  exclusions: { zh: '不在范围内', en: 'Out of scope' },
} as const satisfies Record<ConfidentialPart, Localized>

/** 要求 one a line, in the order in which they were written; a file may give them as columns of the scenario as well. */
const requirements: ListGroup = {
  key: 'requirements',
  label: { zh: '要求', en: 'Requirements' },
  item: { zh: '要求', en: 'Requirement' },
  max: 30,
  offered: 0,
  columns: [
    { key: 'criterion', label: { zh: '项目', en: 'Criterion' }, kind: 'choice', options: labelsOf(criteria) },
    { key: 'necessity', label: { zh: '必要性', en: 'Necessity' }, kind: 'choice', options: necessities },
    { key: 'value', label: { zh: '数值', en: 'Value' }, kind: 'value' },
    { key: 'note', label: { zh: '备注', en: 'Note' }, kind: 'text' },
  ],
}

/** 场景: the columns of its own, then every criterion that may be asked for. */
const scenarioSheet: Sheet = {
  noun: 'scenario',
  label: { zh: '场景', en: 'Scenarios' },
  columns: [
    rowKey,
    {
      key: 'title',
      label: { zh: '场景名称', en: 'Scenario title' },
      aliases: ['名称', '标题', 'title'],
      kind: 'text',
      needed: true,
      example: '住院药房到病区的药品配送',
    },
    {
      key: 'domain',
      label: { zh: '应用领域', en: 'Domain' },
      aliases: ['领域'],
      kind: 'choice',
      options: domains,
      needed: true,
    },
    {
      key: 'tasks',
      label: { zh: '任务', en: 'Tasks' },
      kind: 'list',
      options: taskLabels,
      needed: true,
      help: listHelp,
    },
    {
      key: 'district',
      label: { zh: '所在区', en: 'District' },
      aliases: ['区'],
      kind: 'choice',
      options: districts,
      needed: true,
    },
    { key: 'situation', label: { zh: '要做的事', en: 'What has to be done' }, kind: 'text', needed: true },
    {
      key: 'pain',
      label: { zh: '现状与痛点', en: 'Present process and pain' },
      aliases: ['痛点'],
      kind: 'text',
      needed: true,
    },
    { key: 'site', label: { zh: '现场条件', en: 'Site conditions' }, kind: 'text', needed: true },
    { key: 'exclusions', label: { zh: '不在范围内', en: 'Out of scope' }, kind: 'text' },
    {
      key: 'readiness',
      label: { zh: '场景类别', en: 'Readiness' },
      kind: 'choice',
      options: readiness,
      needed: true,
    },
    {
      key: 'budgetFen',
      label: { zh: '试点预算', en: 'Pilot budget' },
      aliases: ['预算'],
      unit: tenThousandYuan,
      kind: 'money',
      needed: true,
      example: '54',
    },
    {
      key: 'budgetFromFen',
      label: { zh: '预算下限', en: 'Budget from' },
      unit: tenThousandYuan,
      kind: 'money',
      example: '40',
    },
    {
      key: 'budgetEvidence',
      label: { zh: '资金依据', en: 'Budget evidence' },
      kind: 'choice',
      options: budgetEvidences,
      help: { zh: '实施类必填', en: 'Needed for a funded scenario' },
    },
    { key: 'budgetNote', label: { zh: '资金说明', en: 'Budget note' }, kind: 'text' },
    {
      key: 'units',
      label: { zh: '台套数', en: 'Number of units' },
      aliases: ['数量'],
      kind: 'number',
      needed: true,
      example: '3',
    },
    {
      key: 'commercialForm',
      label: { zh: '合作方式', en: 'Commercial form' },
      kind: 'choice',
      options: commercialForms,
      needed: true,
    },
    {
      key: 'termMonths',
      label: { zh: '租期或服务期', en: 'Rental or service term' },
      aliases: ['租期', '服务期'],
      unit: { zh: '月', en: 'months' },
      kind: 'number',
      help: { zh: '租用、按服务付费时填', en: 'For a rental or a service' },
    },
    {
      key: 'acceptsUnfinalised',
      label: { zh: '接受未定型产品', en: 'Unfinalised products welcome' },
      kind: 'yes',
    },
    {
      key: 'pilotWeeks',
      label: { zh: '试点周数', en: 'Pilot weeks' },
      kind: 'number',
      needed: true,
      example: '8',
    },
    {
      key: 'bidDeadline',
      label: { zh: '应标截止', en: 'Bid deadline' },
      kind: 'moment',
      needed: true,
      example: '2027-03-31 17:00',
      help: { zh: '北京时间', en: 'Beijing time' },
    },
    {
      key: 'questionsUntil',
      label: { zh: '提问截止', en: 'Questions until' },
      kind: 'moment',
      needed: true,
      example: '2027-03-17 17:00',
      help: { zh: '北京时间，早于应标截止', en: 'Beijing time, before the bid deadline' },
    },
    { key: 'processPeople', label: { zh: '现用人数', en: 'People today' }, kind: 'number' },
    { key: 'processShifts', label: { zh: '每日班次', en: 'Shifts a day' }, kind: 'number' },
    { key: 'processHours', label: { zh: '每班小时', en: 'Hours a shift' }, kind: 'number' },
    { key: 'processVolume', label: { zh: '每日作业量', en: 'Volume a day' }, kind: 'number' },
    { key: 'processUnit', label: { zh: '作业量单位', en: 'Unit of volume' }, kind: 'text' },
    {
      key: 'confidential',
      label: { zh: '仅向已核验企业公开', en: 'For verified firms only' },
      kind: 'list',
      options: confidentialLabels,
      help: listHelp,
    },
    ...needColumns,
  ],
  lists: [metrics, evaluation, requirements],
}

export const sheets: Readonly<Record<ImportNoun, Sheet>> = {
  scenario: scenarioSheet,
  product: productSheet,
  deployment: deploymentSheet,
}
