import { paths } from '#paths'
import { useT } from '../shell/dictionary.tsx'
import type { AutosaveState } from './use-autosave.ts'

/** Whether what is typed is safe, and where it is when it is not. */
export function AutosaveLine({ state, back }: { state: AutosaveState; back: string }) {
  const t = useT()
  return (
    <p className="autosave" role="status" data-state={state.kind}>
      {text()}
    </p>
  )

  function text() {
    switch (state.kind) {
      case 'saved':
        return t('wizard.auto.saved', { time: t.dateTime(state.at).slice(-5) })
      case 'conflict': {
        const { by = '', at } = state.detail
        const time = at === undefined ? '' : t.moment(String(at))
        return `${t('wizard.auto.conflict', { by, time })} ${t('wizard.auto.conflictAct')}`
      }
      case 'refused':
        return t('wizard.auto.refused', { reason: t.reason(state.reason, state.detail) ?? state.reason })
      case 'signedOut':
        return (
          <>
            {t('wizard.auto.signedOut')} <a href={paths.signIn(back)}>{t('wizard.auto.signIn')}</a>
          </>
        )
      default:
        return t(`wizard.auto.${state.kind}`)
    }
  }
}
