import type { ReactNode } from 'react'
import { paths } from '#paths'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { PageHead } from '../shell/page-head.tsx'

/** A page about an account; `own` for those behind one's own account page. */
export function AccountFrame({
  title,
  note,
  own,
  children,
}: {
  title: string
  note?: string
  own?: boolean
  children: ReactNode
}) {
  const t = useT()
  const above = own ? [{ label: t('account.own.title'), href: paths.account() }] : []
  return (
    <Wrap>
      <Crumbs items={[...above, { label: title }]} />
      <PageHead title={title} facts={note && <span>{note}</span>} />
      {children}
    </Wrap>
  )
}
