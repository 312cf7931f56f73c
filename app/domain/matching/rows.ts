import type { MatchRow, Shown } from './match.ts'

/** A row before its side's weights are made to sum to 1. */
export type Weighed = Omit<MatchRow, 'contribution'>

type Given = Pick<Weighed, 'subject' | 'weight' | 'g' | 'state'> & {
  need: Shown
  have: Shown
  fields: readonly [need: string, have: string]
} & Partial<Pick<Weighed, 'necessity' | 'ratio' | 'grade'>>

/** A row in full; an unknown state means that `g` is an estimate. */
export function row({ fields: [needField, haveField], ...given }: Given): Weighed {
  return {
    necessity: null,
    ratio: null,
    grade: null,
    ...given,
    g: unit(given.g),
    needField,
    haveField,
    known: given.state !== 'U',
  }
}

/** Weights as shares that sum to 1, and what each row contributes. */
export function share(rows: readonly Weighed[]): MatchRow[] {
  const total = rows.reduce((sum, each) => sum + each.weight, 0)
  return rows.map(each => {
    const weight = total > 0 ? each.weight / total : 0
    return { ...each, weight, contribution: weight * each.g }
  })
}

function unit(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0
}
