import { type ReactNode, useEffect, useState } from 'react'
import { useT } from '../shell/dictionary.tsx'
import { Icon } from './icon.tsx'

/** The answer to the last action. Stays until it is closed or the page changes: nobody is hurried. */
export function Toast({ refused, children }: { refused?: boolean; children: ReactNode }) {
  const t = useT()
  const [open, setOpen] = useState(true)
  // The close button needs JavaScript; without it the toast leaves with the next page.
  const [live, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  if (!open) return null
  return (
    <div className="toast" role={refused ? 'alert' : 'status'}>
      <Icon name={refused ? 'warn' : 'check'} />
      <span className="toast__text">{children}</span>
      {live && (
        <button type="button" className="toast__close" onClick={() => setOpen(false)}>
          <Icon name="cross" label={t('common.toast.close')} />
        </button>
      )}
    </div>
  )
}
