import type { Shape } from '../translate.ts'
import type { home as zh } from '../zh/home.ts'

export const home = {} satisfies Shape<typeof zh>
