import { type RefObject, useEffect, useRef, useState } from 'react'
import { Bar } from '../chart/bar.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Slider } from './slider.tsx'
import type { RangeView } from './view.ts'
import { figureLabel, figureUnit } from './words.ts'

/** A slider that has been let go may be moved on at once: the page follows when it rests. */
const restMs = 450

/** One figure: two bounds to type, and with JavaScript two handles on a line that move them. */
export function RangeField({ range: { name, bounds, span, disclosed, of } }: { range: RangeView }) {
  const t = useT()
  const [low, setLow] = useState(bounds.gte)
  const [high, setHigh] = useState(bounds.lte)
  const isLive = useLive()
  const least = useRef<HTMLInputElement>(null)
  const most = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const { gte, lte } = bounds
  // The server has the last word: a bound that was taken away elsewhere is gone here too.
  useEffect(() => {
    setLow(gte)
    setHigh(lte)
    write(least, gte)
    write(most, lte)
  }, [gte, lte])
  useEffect(() => () => clearTimeout(timer.current), [])
  const settle = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      if (low !== gte || high !== lte) least.current?.form?.requestSubmit()
    }, restMs)
  }
  const label = figureLabel(t, name)
  const unit = figureUnit(t, name)
  const typed = {
    type: 'text',
    inputMode: 'decimal',
    autoComplete: 'off',
    className: 'input',
    maxLength: 16,
  } as const
  return (
    <fieldset className="range">
      <legend>
        {label}
        {unit && <span>{unit}</span>}
      </legend>
      <div className="range__ends">
        <input
          {...typed}
          ref={least}
          name={`${name}.min`}
          defaultValue={gte}
          aria-label={t('search.range.least', { what: label })}
          placeholder={t('search.range.from')}
          onChange={event => setLow(numberIn(event.target.value))}
        />
        <span aria-hidden="true">–</span>
        <input
          {...typed}
          ref={most}
          name={`${name}.max`}
          defaultValue={lte}
          aria-label={t('search.range.most', { what: label })}
          placeholder={t('search.range.to')}
          onChange={event => setHigh(numberIn(event.target.value))}
        />
      </div>
      {isLive && span && span.max > span.min && (
        <Slider
          {...{ name, span, low, high }}
          onMove={(from, to) => {
            setLow(from)
            setHigh(to)
            write(least, from)
            write(most, to)
          }}
          onSettle={settle}
        />
      )}
      {of > 0 && (
        <p className="range__known">
          <Bar share={disclosed / of} />
          {t('search.range.disclosed', { n: disclosed, of })}
        </p>
      )}
    </fieldset>
  )
}

/** Whether scripts run: what needs them is drawn only then. */
function useLive(): boolean {
  const [isLive, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  return isLive
}

function write(field: RefObject<HTMLInputElement>, value: number | undefined): void {
  if (field.current) field.current.value = value === undefined ? '' : String(value)
}

function numberIn(text: string): number | undefined {
  const value = Number(text.normalize('NFKC').trim())
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value
}
