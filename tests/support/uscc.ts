import { checkUscc } from '#domain/shared/uscc.ts'

/** The code of these 17 characters with its right check character. */
export function withCheckCharacter(stem: string): string {
  const tried = checkUscc(`${stem}0`)
  return tried.ok || tried.reason !== 'uscc.checkDigit' ? `${stem}0` : `${stem}${tried.detail.expected}`
}
