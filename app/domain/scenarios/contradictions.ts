/** What several fields say together; each part may be missing, and what is missing contradicts nothing. */
interface Said {
  readiness?: string | undefined
  budgetEvidence?: string | undefined
  budgetFen?: number | undefined
  budgetFromFen?: number | undefined
  evaluation?: readonly { weight?: number | undefined }[] | undefined
  questionsUntil?: Date | string | undefined
  bidDeadline?: Date | string | undefined
}

interface Contradiction {
  path: string
  /** A key of the `field` namespace, with its facts. */
  message: string
}

const whole = 100

/** What does not fit together: weights that do not make 100, questions after the deadline, money without evidence. */
export function contradictionsIn(said: Said): Contradiction[] {
  const found: Contradiction[] = []
  const { evaluation = [], budgetFen, budgetFromFen, questionsUntil, bidDeadline } = said
  const sum = weightsOf(evaluation)
  if (evaluation.length > 0 && sum !== whole)
    found.push({ path: 'evaluation', message: `field.weights|sum=${sum}` })
  if (questionsUntil && bidDeadline && new Date(questionsUntil) >= new Date(bidDeadline))
    found.push({ path: 'questionsUntil', message: 'field.cutoffTooLate' })
  if (said.readiness === 'funded' && said.budgetEvidence === undefined)
    found.push({ path: 'budgetEvidence', message: 'field.required' })
  if (budgetFen !== undefined && budgetFromFen !== undefined && budgetFromFen > budgetFen)
    found.push({ path: 'budgetFromFen', message: 'field.rangeOrder' })
  return found
}

/** The weights together, blank ones aside. */
export function weightsOf(evaluation: readonly { weight?: number | undefined }[]): number {
  return evaluation.reduce((sum, { weight = 0 }) => sum + weight, 0)
}
