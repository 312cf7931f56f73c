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
  recommendation: {
    title: 'Give a district opinion',
    intro:
      'The bureau reads it when it decides; it is never a condition. It stays on file as it is, and you may give another once the matter has changed.',
    vote: 'Recommended or not',
    opinion: 'Opinion in writing',
    hint: 'Ten characters at least; the parties read your opinion, not your name',
    back: 'Back to the queue',
    changed: 'The matter has changed since you opened it, and your opinion was not kept; read it again first',
    done: 'Your opinion is on file, and the handlers have been told',
  },
}
