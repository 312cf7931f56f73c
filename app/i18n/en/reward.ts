import type { Shape } from '../translate.ts'
import type { reward as zh } from '../zh/reward.ts'

export const reward = {} satisfies Shape<typeof zh>
