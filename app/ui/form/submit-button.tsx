import { type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { Button, type ButtonProps } from '../primitives/button.tsx'
import { useNavigationState } from '../shell/link.tsx'

/** After this the answer is taken for lost, and the button may be pressed again. */
const patienceMs = 15_000

/** Sends the form; while the answer is on its way it turns, and a second press does nothing. */
export function SubmitButton({ onClick, children, ...rest }: Omit<ButtonProps, 'type' | 'busy'>) {
  const state = useNavigationState()
  const button = useRef<HTMLButtonElement | null>(null)
  const leaving = useLeaving(button)
  const [pressed, setPressed] = useState(false)
  const busy = leaving || (pressed && state !== 'idle')
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    button.current = event.currentTarget
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

/** Whether this button's form is being sent by the browser itself, not by the router. */
function useLeaving(button: RefObject<HTMLButtonElement | null>): boolean {
  const [leaving, setLeaving] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stay = () => {
      clearTimeout(timer)
      setLeaving(false)
    }
    // On the window, so that whoever prevents the sending has already done so.
    const leave = (event: SubmitEvent) => {
      if (event.defaultPrevented || event.submitter === null || event.submitter !== button.current) return
      setLeaving(true)
      timer = setTimeout(stay, patienceMs)
    }
    window.addEventListener('submit', leave)
    window.addEventListener('pageshow', stay)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('submit', leave)
      window.removeEventListener('pageshow', stay)
    }
  }, [button])
  return leaving
}
