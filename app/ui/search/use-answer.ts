import { useEffect, useState } from 'react'
import type { IndexName } from '#domain/searching/address.ts'
import { paths } from '#paths'
import type { Segment } from './view.ts'

/** What the server suggests for some words. */
export interface Answer {
  items: readonly { kind: IndexName | 'name'; title: readonly Segment[]; href: string }[]
  total: number
  /** There may be more than `total`. */
  more?: true
}

/** Between two keys of somebody who types on. */
const pauseMs = 150
const mostKept = 50

const kept = new Map<string, Answer>()

/** The suggestions for what stands in the field; an answer that comes too late for its question is dropped. */
export function useAnswer(field: HTMLInputElement): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let request: AbortController | undefined
    let isComposing = false
    const drop = () => {
      clearTimeout(timer)
      request?.abort()
    }
    const ask = async (q: string) => {
      request = new AbortController()
      const { signal } = request
      try {
        const found = kept.get(q) ?? (await fetchAnswer(q, signal))
        if (!signal.aborted) setAnswer(found)
      } catch {
        // Nothing is suggested, and the field still searches.
        if (!signal.aborted) setAnswer(null)
      }
    }
    const typed = (event?: Event) => {
      drop()
      if (isComposing || (event instanceof InputEvent && event.isComposing)) return
      const q = field.value.trim()
      if (q === '') setAnswer(null)
      else timer = setTimeout(ask, pauseMs, q)
    }
    const begin = () => {
      isComposing = true
      drop()
    }
    const end = () => {
      isComposing = false
      typed()
    }
    field.addEventListener('input', typed)
    field.addEventListener('compositionstart', begin)
    field.addEventListener('compositionend', end)
    // What was typed before this script came.
    if (field.value !== field.defaultValue) typed()
    return () => {
      drop()
      field.removeEventListener('input', typed)
      field.removeEventListener('compositionstart', begin)
      field.removeEventListener('compositionend', end)
    }
  }, [field])
  return answer
}

async function fetchAnswer(q: string, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(paths.searchSuggestions(q), { signal, redirect: 'error' })
  if (!response.ok) throw new Error(`${response.status}`)
  const answer: Answer = await response.json()
  if (kept.size >= mostKept) kept.clear()
  kept.set(q, answer)
  return answer
}
