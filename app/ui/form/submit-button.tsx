import { type MouseEvent, useState } from 'react'
import { Button, type ButtonProps } from '../primitives/button.tsx'
import { useNavigationState } from '../shell/link.tsx'

/** Sends the form; while the answer is on its way it turns, and a second press does nothing. */
export function SubmitButton({ onClick, children, ...rest }: Omit<ButtonProps, 'type' | 'busy'>) {
  const state = useNavigationState()
  const [pressed, setPressed] = useState(false)
  const busy = pressed && state !== 'idle'
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault()
    else setPressed(true)
    onClick?.(event)
  }
  return (
    <Button {...rest} type="submit" busy={busy} onClick={press}>
      {children}
    </Button>
  )
}
