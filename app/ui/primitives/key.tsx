import type { ReactNode } from 'react'

/** A key of the keyboard. */
export function Key({ children }: { children: ReactNode }) {
  return <kbd className="kbd">{children}</kbd>
}

/** A hash or another machine text, the only thing set in monospace. */
export function Hash({ children }: { children: ReactNode }) {
  return <span className="hash">{children}</span>
}
