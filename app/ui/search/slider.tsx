import { useT } from '../shell/dictionary.tsx'
import { placeOf, places, type Span, valueAt } from './scale.ts'
import { figureLabel, figureText } from './words.ts'

interface SliderProps {
  name: string
  span: Span
  low: number | undefined
  high: number | undefined
  /** While a handle moves: the bounds that it means; none where it stands at an end. */
  onMove: (low: number | undefined, high: number | undefined) => void
  /** When it has been let go. */
  onSettle: () => void
}

/** Two handles on one line, each a slider of its own for keyboards and screen readers. */
export function Slider({ name, span, low, high, onMove, onSettle }: SliderProps) {
  const t = useT()
  const last = places - 1
  const from = low === undefined ? 0 : placeOf(span, low)
  const to = high === undefined ? last : placeOf(span, high)
  const move = (left: number, right: number) =>
    onMove(left <= 0 ? undefined : valueAt(span, left), right >= last ? undefined : valueAt(span, right))
  const shared = {
    min: 0,
    max: last,
    step: 1,
    onPointerUp: onSettle,
    onKeyUp: onSettle,
  } as const
  return (
    <div className="slider">
      <svg viewBox={`0 0 ${last} 4`} preserveAspectRatio="none" aria-hidden="true">
        <path className="slider__all" d={`M0 2H${last}`} />
        <path className="slider__kept" d={`M${Math.min(from, to)} 2H${Math.max(from, to)}`} />
      </svg>
      <input
        {...shared}
        type="range"
        value={from}
        aria-label={t('search.range.least', { what: figureLabel(t, name) })}
        aria-valuetext={figureText(t, name, valueAt(span, from))}
        onChange={event => move(Math.min(Number(event.target.value), to), to)}
      />
      <input
        {...shared}
        type="range"
        value={to}
        aria-label={t('search.range.most', { what: figureLabel(t, name) })}
        aria-valuetext={figureText(t, name, valueAt(span, to))}
        onChange={event => move(from, Math.max(Number(event.target.value), from))}
      />
      <p aria-hidden="true">
        <span>{figureText(t, name, span.min)}</span>
        <span>{figureText(t, name, span.max)}</span>
      </p>
    </div>
  )
}
