import type { ReactNode } from 'react'
import { useT } from './dictionary.tsx'

/** Keeps a phrase on one line. */
export function Phrase({ children }: { children: ReactNode }) {
  return <span className="ph">{children}</span>
}

/** A short Chinese text that breaks only between its phrases, after a punctuation mark. */
export function Phrases({ children }: { children: ReactNode }) {
  const { locale } = useT()
  if (locale !== 'zh' || typeof children !== 'string') return children
  const phrases = children.match(/[^，。；：、]+[，。；：、]*/g) ?? [children]
  return phrases.map((phrase, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a sentence never reorders
    <Phrase key={index}>{phrase}</Phrase>
  ))
}
