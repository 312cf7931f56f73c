import type { ReactNode } from 'react'
import { useT } from '../shell/dictionary.tsx'
import { type Noun, type Shape, type StatusOf, statusLook, type Tone } from '../status-look.ts'

/** The status of one of the seven nouns, in its shape, colour and word. */
export function Badge<N extends Noun>({ noun, status }: { noun: N; status: StatusOf[N] }) {
  const t = useT()
  const [shape, tone] = statusLook[noun][status]
  return (
    <Sign shape={shape} tone={tone}>
      {t.maybe(`status.${noun}.${status}`) ?? status}
    </Sign>
  )
}

/** A state outside the seven nouns, such as a job or a signature. */
export function Sign({ shape, tone, children }: { shape: Shape; tone?: Tone; children: ReactNode }) {
  return (
    <span className="badge" data-s={shape} data-c={tone}>
      {children}
    </span>
  )
}
