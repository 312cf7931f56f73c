import type { Shape } from '../translate.ts'
import type { search as zh } from '../zh/search.ts'

export const search = {} satisfies Shape<typeof zh>
