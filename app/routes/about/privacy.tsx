import { PrivacyPage } from '#ui/about/privacy.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('about.privacy.title') }

/** Nothing to load; having loaded, the page may say its title. */
export const loader = () => null

export default function Privacy() {
  return <PrivacyPage />
}
