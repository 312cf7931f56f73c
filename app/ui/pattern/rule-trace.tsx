import type { ReactNode } from 'react'
import type { Tri as TriValue } from '#domain/shared/tri.ts'
import { Tri } from '../primitives/tri.tsx'
import { useT } from '../shell/dictionary.tsx'

export interface TraceRow {
  key: string
  number: number
  /** The words of the clause. */
  clause: string
  /** What the words say in the reader's language, or that they are a paraphrase. */
  gloss?: ReactNode
  facts: ReactNode
  evidence?: ReactNode
  verdict: TriValue
  /** The verdict in this rule's own word: 符合, 上限适用. */
  word?: ReactNode
}

/** Clause by clause: its words, the facts held against them, the verdict. */
export function RuleTrace({ rows }: { rows: readonly TraceRow[] }) {
  const t = useT()
  return (
    <ol className="trace">
      <li className="th" aria-hidden="true">
        <span />
        <span>{t('common.law.clause')}</span>
        <span>{t('common.law.facts')}</span>
        <span className="trace__end">{t('common.law.verdict')}</span>
      </li>
      {rows.map(row => (
        <li key={row.key} data-v={row.verdict}>
          <span className="n num">{row.number}</span>
          <div>
            <q lang="zh-CN">{row.clause}</q>
            {row.gloss && <small>{row.gloss}</small>}
          </div>
          <div>
            {row.facts}
            {row.evidence && <small>{row.evidence}</small>}
          </div>
          <Tri value={row.verdict}>{row.word}</Tri>
        </li>
      ))}
    </ol>
  )
}
