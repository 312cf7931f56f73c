import { useEffect } from 'react'

/** The desk's keys. They press what is on the page anyway, so nothing needs them, and typing is left alone. */
export function useQueueKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target))
        return
      const act = acts[event.key.toLowerCase()]
      if (act?.()) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

const acts: Record<string, () => boolean> = {
  j: () => step(1),
  k: () => step(-1),
  e: () => focus('[data-key="publish"]'),
  r: openReturn,
  '/': () => focus('#queue-q'),
  enter: openPage,
}

/** Whether the key belongs to a control that has the focus. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, button, a, summary') !== null
  )
}

function step(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>('.q tr:not(.grp)')].filter(row =>
    row.querySelector('.what a'),
  )
  const at = rows.findIndex(row => row.hasAttribute('aria-current'))
  const link = rows[at + by]?.querySelector<HTMLAnchorElement>('.what a')
  link?.click()
  return link !== null && link !== undefined
}

/** 同意 is only brought under the finger: one slip of a key must not publish. */
function focus(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector)
  element?.focus()
  return element !== null
}

function openReturn(): boolean {
  const form = document.querySelector<HTMLElement>('[data-key="return"]')
  const details = form?.closest('details')
  if (!form || !details) return false
  details.open = true
  return focus('#queue-reason')
}

function openPage(): boolean {
  const link = document.querySelector<HTMLAnchorElement>('[data-key="open"]')
  link?.click()
  return link !== null
}
