import { useEffect, useRef, useState } from 'react'
import type { FitCount } from '#domain/matching/fits.ts'
import { paths } from '#paths'

/** A count, or how many products have been read so far where reading them is not over yet. */
export type FitsView = { counted: true; count: FitCount } | { counted: false; read: number }

const againMs = 1500

/** The count of the draft as the page brought it, then that of each save that came after. */
export function useLiveFits(
  saved: FitsView,
  { scenarioId, standing }: { scenarioId: string; standing: object },
): { shown: FitsView; isStale: boolean } {
  const [live, setLive] = useState<FitsView | null>(null)
  const [isStale, setStale] = useState(false)
  const first = useRef(standing)
  useEffect(() => {
    const isFirst = first.current === standing
    if (isFirst && saved.counted) return
    const request = new AbortController()
    const { signal } = request
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      try {
        const fits = await fetchFits(scenarioId, signal)
        setLive(fits)
        setStale(false)
        if (!fits.counted) timer = setTimeout(ask, againMs)
      } catch {
        if (!signal.aborted) setStale(true)
      }
    }
    if (isFirst) timer = setTimeout(ask, againMs)
    else void ask()
    return () => {
      clearTimeout(timer)
      request.abort()
    }
  }, [saved, scenarioId, standing])
  return { shown: live ?? saved, isStale }
}

async function fetchFits(scenarioId: string, signal: AbortSignal): Promise<FitsView> {
  const answer = await fetch(paths.scenarioFits(scenarioId), { signal, redirect: 'error' })
  if (!answer.ok) throw new Error(`${answer.status}`)
  return answer.json()
}
