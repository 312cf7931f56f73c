import type { Shape } from '../translate.ts'
import type { account as zh } from '../zh/account.ts'

export const account = {} satisfies Shape<typeof zh>
