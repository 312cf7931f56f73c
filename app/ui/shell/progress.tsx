import { useNavigationState } from './link.tsx'

/** A thin line at the top while a page or an answer is on its way. */
export function Progress() {
  const state = useNavigationState()
  return state === 'idle' ? null : <div className="progress" aria-hidden="true" />
}
