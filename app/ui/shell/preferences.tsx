import { paths } from '#paths'
import { Icon } from '../primitives/icon.tsx'
import { useT } from './dictionary.tsx'

export type Theme = 'auto' | 'light' | 'dark'

/** Changes the language. A plain form: the whole page must come again in the other tongue. */
export function LanguageSwitch({ here }: { here: string }) {
  const t = useT()
  const other = t.locale === 'zh' ? 'en' : 'zh'
  return (
    <form method="post" action={paths.preferences()} className="pref">
      <input type="hidden" name="next" value={here} />
      <button
        type="submit"
        name="lang"
        value={other}
        lang={other === 'zh' ? 'zh-CN' : 'en'}
        className="pref__button"
      >
        {other === 'en' ? t('common.preferences.toEnglish') : t('common.preferences.toChinese')}
      </button>
    </form>
  )
}

/** Turns to the other appearance than the one in sight; the style sheet shows the button that would change something. */
export function ThemeSwitch({ here }: { here: string }) {
  const t = useT()
  return (
    <form method="post" action={paths.preferences()} className="pref">
      <input type="hidden" name="next" value={here} />
      <button type="submit" name="theme" value="dark" className="pref__button pref__dark">
        <Icon name="moon" label={t('common.preferences.toDark')} />
      </button>
      <button type="submit" name="theme" value="light" className="pref__button pref__light">
        <Icon name="sun" label={t('common.preferences.toLight')} />
      </button>
    </form>
  )
}

/** All three appearances, with the chosen one marked. */
export function ThemeChoice({ here, theme }: { here: string; theme: Theme }) {
  const t = useT()
  const themes: Theme[] = ['auto', 'light', 'dark']
  return (
    <form method="post" action={paths.preferences()} className="pref">
      <input type="hidden" name="next" value={here} />
      <span>{t('common.preferences.theme')}</span>
      {themes.map(each => (
        <button
          key={each}
          type="submit"
          name="theme"
          value={each}
          className="pref__button"
          aria-pressed={each === theme}
        >
          {t(`common.preferences.${each}`)}
        </button>
      ))}
    </form>
  )
}
