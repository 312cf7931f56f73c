import type { Shape } from '../translate.ts'
import type { scenario as zh } from '../zh/scenario.ts'

export const scenario = {} satisfies Shape<typeof zh>
