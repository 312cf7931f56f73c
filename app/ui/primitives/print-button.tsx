import { useEffect, useState } from 'react'
import { useT } from '../shell/dictionary.tsx'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

/** Prints the page. It needs a script, so it is not there without one; the browser's own menu is. */
export function PrintButton() {
  const t = useT()
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  if (!scripted) return null
  return (
    <Button look="quiet" onClick={() => window.print()}>
      <Icon name="print" />
      {t('common.print')}
    </Button>
  )
}
