import type { ReactNode } from 'react'

export interface Step {
  key: string
  state: 'done' | 'now' | 'next' | 'stop'
  title: ReactNode
  time?: ReactNode
  /** Machine-readable moment of `time`. */
  at?: string
  who?: ReactNode
}

/** What happened, what is going on, what comes. */
export function Timeline({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="time">
      {steps.map(step => (
        <li key={step.key} data-s={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <strong className={step.state === 'stop' ? 'red' : undefined}>{step.title}</strong>
          {step.time && <time dateTime={step.at}>{step.time}</time>}{' '}
          {step.who && <span className="who">{step.who}</span>}
        </li>
      ))}
    </ol>
  )
}
