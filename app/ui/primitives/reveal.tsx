import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import type { ButtonLook } from './button.tsx'

/** More on demand, without JavaScript: a link-like summary, or with `look` a button that opens a small form. */
export function Reveal({
  summary,
  look,
  open,
  children,
}: {
  summary: ReactNode
  look?: ButtonLook
  open?: boolean
  children: ReactNode
}) {
  const button = look && classNames('btn', 'btn--sm', look !== 'solid' && `btn--${look}`)
  return (
    <details className="reveal" open={open}>
      <summary className={button ?? 'reveal__more'}>{summary}</summary>
      <div className="reveal__body">{children}</div>
    </details>
  )
}
