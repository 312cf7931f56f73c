import type { ReactNode } from 'react'
import { paths } from '#paths'
import { Tabs } from '../primitives/tabs.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { PageHead } from '../shell/page-head.tsx'

const pages = {
  formula: paths.formula,
  data: paths.dataDefinitions,
  open: paths.openData,
  privacy: paths.privacy,
  accessibility: paths.accessibility,
} as const
export type AboutTopic = keyof typeof pages

/** The frame of the pages that say how the platform works. */
export function AboutPage({ topic, children }: { topic: AboutTopic; children: ReactNode }) {
  const t = useT()
  const title = t(`about.${topic}.title`)
  const topics: AboutTopic[] = ['formula', 'data', 'open', 'privacy', 'accessibility']
  return (
    <Wrap>
      <Crumbs items={[{ label: title }]} />
      <PageHead title={title} facts={<span>{t(`about.${topic}.lead`)}</span>} />
      <Tabs
        label={t('about.pages')}
        items={topics.map(each => ({
          label: t(`about.${each}.title`),
          href: pages[each](),
          current: each === topic,
        }))}
      />
      {children}
    </Wrap>
  )
}
