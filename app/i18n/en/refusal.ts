import type { Shape } from '../translate.ts'
import type { refusal as zh } from '../zh/refusal.ts'

export const refusal = {} satisfies Shape<typeof zh>
