/** 评审维度, as published for Shanghai's robot scenario directory; the weights are ours and sum to 100. */
export const reviewDimensions = {
  advancement: { weight: 25, label: { zh: '技术先进性', en: 'Technical advancement' } },
  fit: { weight: 30, label: { zh: '场景适配度', en: 'Fit to the scenario' } },
  maturity: { weight: 20, label: { zh: '应用成熟度', en: 'Maturity in use' } },
  benefit: { weight: 25, label: { zh: '社会经济效益', en: 'Social and economic benefit' } },
} as const
export type ReviewDimension = keyof typeof reviewDimensions

export type Scores = Record<ReviewDimension, number | null>

export interface ReviewSheet extends Scores {
  conflictFree: boolean
}

const dimensionIds = ['advancement', 'fit', 'maturity', 'benefit'] as const satisfies ReviewDimension[]

/** One sheet's weighted total, 0 to 100; null while a criterion is unscored: incomplete is never a low score. */
export function totalOf(scores: Scores): number | null {
  let sum = 0
  for (const dimension of dimensionIds) {
    const score = scores[dimension]
    if (score === null) return null
    sum += score * reviewDimensions[dimension].weight
  }
  return sum / 100
}

/** The mean of the complete sheets of reviewers without a conflict; null when there is none or one is incomplete. */
export function meanOf(sheets: readonly ReviewSheet[]): number | null {
  const totals = sheets.filter(sheet => sheet.conflictFree).map(totalOf)
  const complete = totals.filter(total => total !== null)
  if (complete.length === 0 || complete.length < totals.length) return null
  return complete.reduce((sum, total) => sum + total, 0) / complete.length
}
