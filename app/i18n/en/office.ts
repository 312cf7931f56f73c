import type { Shape } from '../translate.ts'
import type { office as zh } from '../zh/office.ts'

export const office: Shape<typeof zh> = {
  recusal: {
    title: 'Recuse myself',
    intro:
      'This cannot be taken back; you decide nothing on this matter any more and somebody else takes it on',
    reason: 'Why',
    hint: 'Which party and what relation; kept on file, not public',
    send: 'Confirm recusal',
    act: 'Recuse myself from this one',
  },
}
