import { en } from '#i18n/en.ts'
import { createT, type Translate } from '#i18n/translate.ts'
import { zh } from '#i18n/zh.ts'
import { preferencesOf } from './preferences.ts'

/** The reader's language on this side of the wire, for what a loader says itself so that no table has to travel. */
export function speakTo(request: Request): Translate {
  const { locale } = preferencesOf(request)
  return createT(locale === 'en' ? en : zh, locale)
}
