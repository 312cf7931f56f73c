import { DataPage } from '#ui/about/data.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('about.data.title') }

/** Nothing to load; having loaded, the page may say its title. */
export const loader = () => null

export default function Data() {
  return <DataPage />
}
