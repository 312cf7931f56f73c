import { useT } from '../shell/dictionary.tsx'
import { percent } from './bar.tsx'

export interface CapBarProps {
  /** Fen, all of them. */
  limit: number
  paid: number
  held: number
  /** What is asked for now and fits. */
  want?: number
  /** What is asked for now and does not fit. */
  over?: number
  /** Other words for what is taken, where the ledger tells paid from reserved. */
  words?: Partial<Record<'paid' | 'held' | 'want', string>>
}

/** A yearly ceiling: approved, reserved, headroom, and what lies beyond the line. */
export function CapBar({ limit, paid, held, want = 0, over = 0, words = {} }: CapBarProps) {
  const t = useT()
  const room = Math.max(0, limit - paid - held - want)
  const total = Math.max(limit, paid + held + want + room + over)
  const parts = [
    { kind: 'paid', amount: paid, word: words.paid },
    { kind: 'held', amount: held, word: words.held },
    { kind: 'want', amount: want, word: words.want },
    { kind: 'room', amount: room, word: undefined },
    { kind: 'over', amount: over, word: undefined },
  ] as const
  const shown = parts.filter(part => part.amount > 0)
  const starts = shown.map((_, index) => shown.slice(0, index).reduce((sum, part) => sum + part.amount, 0))
  const [colon, stop] = t.locale === 'zh' ? ['：', '；'] : [': ', '; ']
  const amounts = shown.map(
    ({ kind, amount, word }) => `${word ?? t(`common.cap.${kind}`)} ${t.yuan(amount)}`,
  )
  const label = t('common.cap.limit', { amount: t.yuan(limit) }) + colon + amounts.join(stop)
  return (
    <div className="cap">
      <svg className="cap__bar" role="img" aria-label={label}>
        {shown.map((part, index) => (
          <svg
            key={part.kind}
            x={percent((starts[index] ?? 0) / total)}
            aria-hidden="true"
            y="36"
            width={percent(part.amount / total)}
            height="30"
          >
            <CapPart kind={part.kind} />
          </svg>
        ))}
        <line className="cap__lim" x1={percent(limit / total)} x2={percent(limit / total)} y1="22" y2="74" />
        <text
          className={limit < total ? 'cap__text' : 'cap__text cap__text--end'}
          x={percent(limit / total)}
          y="14"
        >
          {t('common.cap.limit', { amount: t.yuan(limit) })}
        </text>
      </svg>
      <div className="key">
        {shown.map(part => (
          <span key={part.kind}>
            <svg className="key__sign" aria-hidden="true" focusable="false">
              <CapPart kind={part.kind} />
            </svg>
            {part.word ?? t(`common.cap.${part.kind}`)} <b className="num">{t.yuan(part.amount)}</b>
          </span>
        ))}
      </div>
    </div>
  )
}

function CapPart({ kind }: { kind: 'paid' | 'held' | 'want' | 'room' | 'over' }) {
  return (
    <>
      <rect className={`cap__part ${kind}`} width="100%" height="100%" />
      {kind === 'room' && (
        <line
          className="cap__hatch"
          x1="-40"
          x2="120%"
          y1="0"
          y2="0"
          transform="translate(0 15) skewX(-45)"
        />
      )}
    </>
  )
}
