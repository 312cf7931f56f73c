import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Detail } from '#domain/shared/verdict.ts'
import { dropCopy, keepCopy, pairsIn } from './local-copy.ts'
import type { Standing } from './view.ts'

export type AutosaveState =
  | { kind: 'idle' | 'writing' | 'saving' | 'failed' | 'invalid' | 'signedOut' }
  | { kind: 'saved'; at: Date }
  | { kind: 'conflict' | 'refused'; reason: string; detail: Detail }

interface Saved extends Standing {
  at: string
}

/** Quiet after the last key before the form is sent. */
const pauseMs = 1200
const retryMs = 15_000
/**
 * Sends the form whenever its writer pauses. Saves go one after another, each under the revision that the last one
 * answered with; a real submission waits for the one on its way. Whatever fails leaves a copy in this browser.
 */
export function useAutosave(
  form: RefObject<HTMLFormElement>,
  { url, copyKey }: { url: string | null; copyKey: string },
): { state: AutosaveState; standing: Standing | null } {
  const [state, setState] = useState<AutosaveState>({ kind: 'idle' })
  const [standing, setStanding] = useState<Standing | null>(null)
  const running = useRef<Promise<void> | null>(null)

  useEffect(() => {
    const element = form.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let stopped = false
    let edits = 0
    let base = JSON.stringify(pairsIn(element))
    // Drawing the form again gives a hidden control its first value back, so the revision is kept here.
    let rev: number | null = null
    const keep = () => keepCopy(copyKey, { base, at: new Date().toISOString(), pairs: pairsIn(element) })
    const save = async () => {
      if (url === null || stopped) return
      const seen = edits
      const sent = JSON.stringify(pairsIn(element))
      setState({ kind: 'saving' })
      const outcome = await send(url, element, rev)
      if (outcome.kind === 'saved') {
        rev = outcome.saved.rev
        base = sent
        setStanding(outcome.saved)
        if (seen === edits) dropCopy(copyKey)
        else keep()
        setState(seen === edits ? { kind: 'saved', at: new Date(outcome.saved.at) } : { kind: 'writing' })
        if (seen !== edits) later(pauseMs)
        return
      }
      stopped = outcome.kind === 'conflict' || outcome.kind === 'refused'
      setState(outcome)
      if (outcome.kind === 'failed') later(retryMs)
    }
    const later = (ms: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        running.current = save().finally(() => {
          running.current = null
        })
      }, ms)
    }
    const changed = () => {
      edits += 1
      keep()
      if (stopped || url === null) return
      if (!running.current) setState({ kind: 'writing' })
      later(pauseMs)
    }
    const leave = (event: SubmitEvent) => {
      clearTimeout(timer)
      const waiting = running.current
      if (!waiting) {
        if (rev !== null) setRev(element, rev)
        return
      }
      // The save on its way would make this page's revision stale under its own submission.
      event.preventDefault()
      waiting.finally(() => {
        clearTimeout(timer)
        element.requestSubmit(event.submitter)
      })
    }
    element.addEventListener('input', changed)
    element.addEventListener('submit', leave)
    return () => {
      clearTimeout(timer)
      element.removeEventListener('input', changed)
      element.removeEventListener('submit', leave)
    }
  }, [form, url, copyKey])
  return { state, standing }
}

type Outcome = { kind: 'saved'; saved: Saved } | Exclude<AutosaveState, { kind: 'saved' }>

async function send(url: string, form: HTMLFormElement, rev: number | null): Promise<Outcome> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  body.set('auto', 'on')
  if (rev !== null) body.set('rev', String(rev))
  try {
    const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' })
    if (answer.type === 'opaqueredirect' || answer.status === 401) return { kind: 'signedOut' }
    if (answer.ok) return { kind: 'saved', saved: await answer.json() }
    if (answer.status === 422 || answer.status === 400) return { kind: 'invalid' }
    if (answer.status >= 500 || answer.status === 429) return { kind: 'failed' }
    const { reason, detail } = await answer.json()
    return { kind: answer.status === 409 ? 'conflict' : 'refused', reason, detail }
  } catch {
    return { kind: 'failed' }
  }
}

function setRev(form: HTMLFormElement, rev: number): void {
  const field = form.elements.namedItem('rev')
  if (field instanceof HTMLInputElement) field.value = String(rev)
}
