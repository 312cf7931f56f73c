import { lifecycle } from '../shared/lifecycle.ts'

export type EntryStatus =
  | 'nominated'
  | 'formalReview'
  | 'expertReview'
  | 'listed'
  | 'notice'
  | 'objection'
  | 'published'
  | 'amended'
  | 'delisted'
export type EntryDeed =
  | 'accept'
  | 'passFormal'
  | 'list'
  | 'announce'
  | 'object'
  | 'settle'
  | 'publish'
  | 'amend'
  | 'reject'
  | 'delist'

/** 目录条目: 提名 → 形式审查 → 专家评审 → 拟入选 → 公示 →（异议）→ 发布 → 更正 / 撤出. */
export const entryLifecycle = lifecycle<EntryStatus, EntryDeed>('entry', {
  initial: 'nominated',
  table: {
    nominated: { accept: 'formalReview', reject: 'delisted' },
    formalReview: { passFormal: 'expertReview', reject: 'delisted' },
    expertReview: { list: 'listed', reject: 'delisted' },
    listed: { announce: 'notice', reject: 'delisted' },
    notice: { object: 'objection', publish: 'published', reject: 'delisted' },
    objection: { settle: 'notice', reject: 'delisted' },
    published: { amend: 'amended', delist: 'delisted' },
    amended: { amend: 'amended', delist: 'delisted' },
    delisted: {},
  },
})
