import type { Shape } from '../translate.ts'
import type { bid as zh } from '../zh/bid.ts'

export const bid = {} satisfies Shape<typeof zh>
