import type { Shape } from '../translate.ts'
import type { pilot as zh } from '../zh/pilot.ts'

export const pilot = {} satisfies Shape<typeof zh>
