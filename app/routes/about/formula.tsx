import { FormulaPage } from '#ui/about/formula.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('about.formula.title') }

/** Nothing to load; having loaded, the page may say its title. */
export const loader = () => null

export default function Formula() {
  return <FormulaPage />
}
