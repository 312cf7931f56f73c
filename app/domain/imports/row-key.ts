import type { Column } from './column.ts'

/** 外部编号: a column of every table. */
export const rowKey: Column = {
  key: 'key',
  label: { zh: '外部编号', en: 'Own reference' },
  aliases: ['编号', 'id', 'external id', '外部ID'],
  kind: 'rowKey',
  help: {
    zh: '本单位自己的编号，用来认出重复导入的行；不公开',
    en: 'Your own reference; it makes a row that was imported before visible and is not published',
  },
}
