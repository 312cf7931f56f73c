import { z } from 'zod'
import { affirmation, checkbox, decimal, optional, text } from '../shared/fields.ts'

/** 目录条目 text. Its numbers are not typed here: they are read from the accepted pilot's metrics. */
export const EntryContent = z.object({
  title: text({ min: 4, max: 80 }),
  summary: text({ min: 20, max: 2000 }),
  /** 技术方案 */
  solution: text({ min: 20, max: 3000 }),
  /** 推广价值与条件 */
  conditions: text({ min: 10, max: 2000 }),
  /** 没做好的地方 */
  failures: text({ min: 4, max: 2000 }),
})
export type EntryContent = z.infer<typeof EntryContent>

const score = optional(decimal({ min: 0, max: 100, integer: true }))

/** 专家评审: four dimensions (技术先进性, 场景适配度, 应用成熟度, 社会经济效益); unscored is incomplete, never zero. */
export const ReviewForm = z
  .object({
    conflictFree: checkbox,
    recused: checkbox,
    advancement: score,
    fit: score,
    maturity: score,
    benefit: score,
    comment: optional(text({ max: 2000 })),
  })
  .refine(review => review.conflictFree !== review.recused, {
    error: 'entry.declareConflict',
    path: ['conflictFree'],
  })
export type ReviewForm = z.infer<typeof ReviewForm>

/** 异议: real name, a way to reach the objector, and one plain statement. */
export const ObjectionForm = z.object({
  objectorName: text({ min: 2, max: 80 }),
  objectorContact: text({ min: 5, max: 120 }),
  statement: text({ min: 10, max: 5000 }),
  affirmed: affirmation,
})
export type ObjectionForm = z.infer<typeof ObjectionForm>
