import type { Shape } from '../translate.ts'
import type { queue as zh } from '../zh/queue.ts'

export const queue = {} satisfies Shape<typeof zh>
