import type { Shape } from '../translate.ts'
import type { catalog as zh } from '../zh/catalog.ts'

export const catalog = {} satisfies Shape<typeof zh>
