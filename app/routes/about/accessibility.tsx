import { AccessibilityPage } from '#ui/about/accessibility.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('about.accessibility.title') }

/** Nothing to load; having loaded, the page may say its title. */
export const loader = () => null

export default function Accessibility() {
  return <AccessibilityPage />
}
