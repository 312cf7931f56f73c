import type { Localized } from '../shared/localized.ts'
import { regions } from '../shared/regions.ts'

/** Places to choose from: Beijing's districts and zones by name, everywhere else by province. */
export const trialPlaces: readonly (Localized & { code: string })[] = [
  ...regions.filter(({ code, level }) => code.startsWith('11') && level !== 'province'),
  ...regions.filter(({ code, level }) => level === 'province' || code === '133100'),
].map(({ code, zh, en, parent }) => ({
  code,
  zh: parent === '110000' ? `北京市${zh}` : zh,
  en: parent === '110000' ? `Beijing, ${en}` : en,
}))
