import type { Shape } from '../translate.ts'
import type { product as zh } from '../zh/product.ts'

export const product = {} satisfies Shape<typeof zh>
