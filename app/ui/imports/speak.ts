import type { ImportNoun } from '#domain/imports/column.ts'
import type { CellError } from '#domain/imports/judge.ts'
import { columnOf } from '#domain/imports/place.ts'
import type { Translate } from '#i18n/translate.ts'

/** What is wrong with a cell, by the name of its column, with what was typed. */
export function speakError(t: Translate, noun: ImportNoun, { key, message, typed }: CellError): string {
  const column = columnOf(noun, key)
  const label = column ? t.pick(column.label) : t('imports.wholeRow')
  const said = message.startsWith('imports.') ? (t.maybe(message) ?? message) : t.error(message)
  return typed === ''
    ? t('imports.errorBare', { label, message: said })
    : t('imports.error', { label, message: said, typed })
}
