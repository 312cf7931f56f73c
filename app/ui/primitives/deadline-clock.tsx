import { type ReactNode, useEffect, useState } from 'react'
import { type Moment, remaining } from '#i18n/format.ts'
import { useT } from '../shell/dictionary.tsx'

export interface DeadlineClockProps {
  label: ReactNode
  until: Moment
  /** The server's clock when the page was drawn. */
  now: Moment
  note?: ReactNode
}

/** Time left. The server draws it; the browser only moves it on, never by its own clock. */
export function DeadlineClock({ label, until, now, note }: DeadlineClockProps) {
  const t = useT()
  const elapsed = useElapsed()
  const left = remaining(until, new Date(new Date(now).getTime() + elapsed))
  return (
    <dl className="clock">
      <dt>{label}</dt>
      <dd>
        {left.past ? (
          <span className="left">{t('common.clock.over')}</span>
        ) : (
          <span className="left">
            {left.days > 0 && <Part figure={left.days} unit={t('common.clock.days')} />}
            <Part figure={left.hours} unit={t('common.clock.hours')} />
            <Part figure={left.minutes} unit={t('common.clock.minutes')} />
          </span>
        )}
        {note && <p>{note}</p>}
      </dd>
    </dl>
  )
}

function Part({ figure, unit }: { figure: number; unit: string }) {
  return (
    <>
      {figure}
      <small>{unit}</small>
    </>
  )
}

/** Milliseconds since the page came alive, a minute at a time. */
function useElapsed(): number {
  const [elapsed, setElapsed] = useState(0)
  useEffect(() => {
    const start = performance.now()
    const timer = setInterval(() => setElapsed(performance.now() - start), 60_000)
    return () => clearInterval(timer)
  }, [])
  return elapsed
}
