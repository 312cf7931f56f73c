import { Dialog as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'

export interface DialogProps {
  /** The button that opens it. */
  trigger: ReactElement
  title: ReactNode
  text?: ReactNode
  /** The form or the words inside, with its own actions; `DialogClose` wraps the way out. */
  children: ReactNode
  open?: boolean
  onOpenChange?: (open: boolean) => void
}

/**
 * A question over the page. Needs JavaScript: where an action must work without it, use `Reveal`.
 * The backdrop is our own: radix's overlay writes a style element, which the content policy forbids.
 */
export function Dialog({ trigger, title, text, children, open, onOpenChange }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <div className="backdrop">
          <Radix.Content className="dialog" aria-describedby={undefined}>
            <Radix.Title asChild>
              <h3>{title}</h3>
            </Radix.Title>
            {text && <p className="ink2">{text}</p>}
            {children}
          </Radix.Content>
        </div>
      </Radix.Portal>
    </Radix.Root>
  )
}

export function DialogClose({ children }: { children: ReactElement }) {
  return <Radix.Close asChild>{children}</Radix.Close>
}
