import { deploymentStages, useAnswers } from '../products/vocabulary.ts'
import type { Sheet } from './column.ts'
import { rowKey } from './row-key.ts'

/** 应用案例: one case a line. What no source says is left blank, and stays 未披露. */
export const deploymentSheet: Sheet = {
  noun: 'deployment',
  label: { zh: '应用案例', en: 'Deployments' },
  columns: [
    rowKey,
    {
      key: 'product',
      label: { zh: '产品', en: 'Product' },
      aliases: ['产品编号', '产品名称', 'product name', 'product id'],
      kind: 'text',
      example: 'CP-2026-0001',
      help: {
        zh: '本单位产品的编号、导入时的外部编号，或名称；不知道是哪一款就留空，案例记在本单位名下',
        en: 'A product of yours by its number, your own reference or its name; left blank where nobody says which, the case stands under your firm',
      },
    },
    {
      key: 'place',
      label: { zh: '用户或场所', en: 'User or kind of place' },
      aliases: ['用户', '场所', 'place'],
      kind: 'text',
      example: '某三级医院',
    },
    { key: 'isAnonymous', label: { zh: '用户不具名', en: 'Name withheld' }, kind: 'yes' },
    { key: 'region', label: { zh: '省市区', en: 'Region' }, aliases: ['地区'], kind: 'text' },
    {
      key: 'since',
      label: { zh: '开始使用', en: 'In use since' },
      aliases: ['起用日期'],
      kind: 'day',
      example: '2025-03-01',
    },
    { key: 'units', label: { zh: '台（套）数', en: 'Units' }, aliases: ['台套数', '数量'], kind: 'number' },
    {
      key: 'task',
      label: { zh: '用来做什么', en: 'What for' },
      aliases: ['用途', '事实'],
      kind: 'text',
      needed: true,
    },
    { key: 'stage', label: { zh: '到了哪一步', en: 'How far' }, kind: 'choice', options: deploymentStages },
    { key: 'inUse', label: { zh: '是否在用', en: 'Still in use' }, kind: 'choice', options: useAnswers },
    {
      key: 'evidenceUrl',
      label: { zh: '出处网址', en: 'Source page' },
      aliases: ['佐证', '出处', 'evidence', 'source'],
      kind: 'text',
    },
    { key: 'evidenceNote', label: { zh: '出处说明', en: 'About the source' }, kind: 'text' },
  ],
  lists: [],
}
