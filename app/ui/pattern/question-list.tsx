import type { ReactNode } from 'react'
import { useT } from '../shell/dictionary.tsx'

export interface Question {
  key: string
  question: ReactNode
  /** Null while it waits; then `meta` says for whom and until when. */
  answer: ReactNode | null
  waiting?: ReactNode
  meta?: ReactNode
}

export function QuestionList({ questions }: { questions: readonly Question[] }) {
  const t = useT()
  return (
    <ol className="qa">
      {questions.map(item => (
        <li key={item.key}>
          <b>{t('common.questions.q')}</b>
          <div>{item.question}</div>
          <b>{t('common.questions.a')}</b>
          <div className={item.answer === null ? 'ink3' : undefined}>
            {item.answer ?? item.waiting}
            {item.meta && <p className="meta">{item.meta}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
