import { useEffect, useState } from 'react'
import type { FitCount } from '#domain/matching/fits.ts'
import { paths } from '#paths'

/** A count, or how many products have been read so far where reading them is not over yet. */
export type FitsView = { counted: true; count: FitCount } | { counted: false; read: number }

/** Long enough for the next key, short enough to be an answer. */
const pauseMs = 400
const againMs = 1500

/** The count of the saved draft until something is typed, then that of what stands in the form. */
export function useLiveFits(saved: FitsView, formId: string): { shown: FitsView; isStale: boolean } {
  const [live, setLive] = useState<{ saved: FitsView; fits: FitsView } | null>(null)
  const [isStale, setStale] = useState(false)
  useEffect(() => {
    const form = document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return
    let asked = needIn(form).toString()
    let timer: ReturnType<typeof setTimeout> | undefined
    let request = new AbortController()

    const ask = async (need: URLSearchParams) => {
      asked = need.toString()
      request.abort()
      request = new AbortController()
      const { signal } = request
      try {
        const fits = await fetchFits(need, signal)
        if (signal.aborted) return
        setLive({ saved, fits })
        setStale(false)
        if (!fits.counted) timer = setTimeout(() => ask(need), againMs)
      } catch {
        if (signal.aborted) return
        // The next key asks anew, whatever was typed.
        asked = ''
        setStale(true)
      }
    }
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const need = needIn(form)
        if (need.toString() !== asked) void ask(need)
      }, pauseMs)
    }
    // A click may add a row or take one away without any input.
    const events = ['input', 'change', 'click'] as const
    for (const event of events) form.addEventListener(event, soon)
    if (!saved.counted) timer = setTimeout(() => ask(needIn(form)), againMs)
    return () => {
      for (const event of events) form.removeEventListener(event, soon)
      clearTimeout(timer)
      request.abort()
    }
  }, [saved, formId])
  return { shown: live?.saved === saved ? live.fits : saved, isStale }
}

/** The fields of the form that decide what fits. */
function needIn(form: HTMLFormElement): URLSearchParams {
  const typed = [...new FormData(form)].flatMap(([name, value]) =>
    /^(tasks|requirements)(\[|$)/.test(name) && typeof value === 'string' ? [[name, value]] : [],
  )
  return new URLSearchParams(typed)
}

async function fetchFits(body: URLSearchParams, signal: AbortSignal): Promise<FitsView> {
  const answer = await fetch(paths.scenarioTypedFits(), { method: 'POST', body, signal, redirect: 'error' })
  if (!answer.ok) throw new Error(`${answer.status}`)
  return answer.json()
}
