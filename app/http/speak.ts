import type { Locale } from '#domain/shared/localized.ts'
import { en } from '#i18n/en.ts'
import { createT, type Translate } from '#i18n/translate.ts'
import { zh } from '#i18n/zh.ts'
import { preferencesOf } from './preferences.ts'

/** The reader's language on this side of the wire, for what a loader says itself so that no table has to travel. */
export function speakTo(request: Request): Translate {
  return speakIn(preferencesOf(request).locale)
}

export function speakIn(locale: Locale): Translate {
  return createT(locale === 'en' ? en : zh, locale)
}
