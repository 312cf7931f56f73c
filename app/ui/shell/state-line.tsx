import type { ReactNode } from 'react'
import { useT } from './dictionary.tsx'

/** One answer: the strong line, and what stands under it. */
export interface Answer {
  strong: ReactNode
  note?: ReactNode
}

/** 页首四问: where am I, what is its state, what can I do next, who is waiting for whom. */
export function StateLine({
  where,
  state,
  can,
  waits,
}: {
  where: Answer
  state: Answer
  can: Answer
  waits: Answer
}) {
  const t = useT()
  const asked = [
    [t('common.state.where'), where],
    [t('common.state.state'), state],
    [t('common.state.can'), can],
    [t('common.state.waits'), waits],
  ] as const
  return (
    <dl className="state" aria-label={t('common.state.label')}>
      {asked.map(([question, answer]) => (
        <div key={question}>
          <dt>{question}</dt>
          <dd>
            <strong>{answer.strong}</strong>
            {answer.note}
          </dd>
        </div>
      ))}
    </dl>
  )
}
