import type { Shape } from '../translate.ts'
import type { match as zh } from '../zh/match.ts'

export const match = {} satisfies Shape<typeof zh>
