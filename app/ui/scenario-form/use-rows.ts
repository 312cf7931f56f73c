import { useEffect, useState } from 'react'
import type { Values } from './values.ts'

export interface Row {
  key: string
  /** Where the row's text is found in what was typed or stored; absent for a new one. */
  from?: number
}

/**
 * The rows of a list: what is there, and blank ones up to `min`. The browser adds and takes away by itself; without
 * JavaScript a saved page always has one more blank row, and a cleared row is gone.
 */
export function useRows(stored: readonly Values[], { min, max }: { min: number; max: number }) {
  const blanks = Math.max(min - stored.length, stored.length < max ? 1 : 0)
  const [rows, setRows] = useState<Row[]>(() => [
    ...stored.map((_, index) => ({ key: `s${index}`, from: index })),
    ...Array.from({ length: blanks }, (_, index) => ({ key: `b${index}` })),
  ])
  const isLive = useIsLive()
  return {
    rows,
    canAdd: rows.length < max,
    add: () => setRows(all => [...all, { key: `n${all.length}-${all.at(-1)?.key}` }]),
    remove: (key: string) => setRows(all => all.filter(row => row.key !== key)),
    /** Whether the page's own script runs; before that the buttons go to the server. */
    isLive,
  }
}

export function useIsLive(): boolean {
  const [isLive, setIsLive] = useState(false)
  useEffect(() => setIsLive(true), [])
  return isLive
}
