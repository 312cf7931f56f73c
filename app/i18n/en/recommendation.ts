import type { Shape } from '../translate.ts'
import type { recommendation as zh } from '../zh/recommendation.ts'

export const recommendation: Shape<typeof zh> = {
  title: 'District opinion',
  note: 'Read by the bureau when it decides, and never a condition; not public',
  vote: { recommend: 'Recommended', oppose: 'Not recommended', remark: 'Remarks only' },
  by: '{district} district',
  act: 'Give a district opinion',
}
