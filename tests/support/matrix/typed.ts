import type { Filling } from '../forms.ts'

/** A filled form as the browser sends it: a ticked box says `on`, an empty one says nothing. */
export function typed(filling: Filling): Record<string, string> {
  const sent = Object.entries(filling).filter(([, value]) => value !== false)
  return Object.fromEntries(sent.map(([name, value]) => [name, value === true ? 'on' : String(value)]))
}
