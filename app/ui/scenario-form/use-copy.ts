import { type RefObject, useEffect, useState } from 'react'
import { dropCopy, pairsIn, readCopy } from './local-copy.ts'
import { nested, type Values } from './values.ts'

interface Found {
  values: Values
  at: Date
  /** In the form already; otherwise somebody wrote meanwhile, and the reader decides. */
  isApplied: boolean
}

/** What this browser kept of the form and the server never got. */
export function useCopy(
  key: string,
  form: RefObject<HTMLFormElement>,
  isFresh: boolean,
): { found: Found | null; apply(): void; discard(): void } {
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    const copy = readCopy(key)
    // A page that answers a form shows what was typed already.
    if (!copy || !isFresh || !form.current) return
    const shown = JSON.stringify(pairsIn(form.current))
    if (JSON.stringify(copy.pairs) === shown) return dropCopy(key)
    const isApplied = copy.base === shown
    setFound({ values: nested(copy.pairs), at: new Date(copy.at), isApplied })
  }, [key, form, isFresh])
  return {
    found,
    apply: () => setFound(known => known && { ...known, isApplied: true }),
    discard() {
      dropCopy(key)
      setFound(null)
    },
  }
}
