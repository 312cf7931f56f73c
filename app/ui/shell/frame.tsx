import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'

/** The measured column of a page; `wide` for desks. */
export function Wrap({ wide, children }: { wide?: boolean; children: ReactNode }) {
  return <div className={classNames('wrap', wide && 'wrap--wide')}>{children}</div>
}
