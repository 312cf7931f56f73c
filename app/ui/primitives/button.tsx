import { type ReactNode, useId } from 'react'
import { classNames } from '../class-names.ts'
import { type AnchorProps, Link } from '../shell/link.tsx'

/** One solid button a screen; `line` for the others, `quiet` for the way out, `refuse` for saying no. */
export type ButtonLook = 'solid' | 'line' | 'quiet' | 'refuse'
export type ButtonSize = 'sm' | 'md' | 'lg'

interface Looks {
  look?: ButtonLook
  size?: ButtonSize
  full?: boolean
}

function buttonClass({ look = 'solid', size = 'md', full }: Looks, className?: string): string | undefined {
  return classNames(
    'btn',
    look !== 'solid' && `btn--${look}`,
    size !== 'md' && `btn--${size}`,
    full && 'btn--full',
    className,
  )
}

export interface ButtonProps extends Looks, React.ButtonHTMLAttributes<HTMLButtonElement> {
  busy?: boolean
}

export function Button({ look, size, full, busy, className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={buttonClass({ look, size, full }, className)}
      aria-busy={busy || undefined}
      {...rest}
    />
  )
}

export function ButtonLink({ look, size, full, className, ...rest }: Looks & AnchorProps) {
  return <Link className={buttonClass({ look, size, full }, className)} {...rest} />
}

/** An action that is closed now; `why` stands beside it, never only in a tooltip. */
export function ClosedButton({
  children,
  why,
  size,
  full,
}: { children: ReactNode; why: ReactNode } & Omit<Looks, 'look'>) {
  const whyId = useId()
  return (
    <span className="closed">
      <button
        type="button"
        className={buttonClass({ size, full })}
        aria-disabled="true"
        aria-describedby={whyId}
      >
        {children}
      </button>
      <span className="closed__why" id={whyId}>
        {why}
      </span>
    </span>
  )
}

/** A row of actions. */
export function Actions({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={classNames('acts', className)}>{children}</div>
}
