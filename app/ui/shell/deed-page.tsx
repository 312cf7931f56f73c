import type { ReactNode } from 'react'
import { type Crumb, Crumbs } from './crumbs.tsx'
import { Wrap } from './frame.tsx'
import { PageHead } from './page-head.tsx'

/** A page for one deed that needs words or figures: where it belongs, what it does, its form. */
export function DeedPage({
  crumbs,
  title,
  facts,
  children,
}: {
  crumbs: readonly Crumb[]
  title: string
  facts?: ReactNode
  children: ReactNode
}) {
  return (
    <Wrap>
      <Crumbs items={[...crumbs, { label: title }]} />
      <PageHead title={title} facts={facts} />
      {children}
    </Wrap>
  )
}
