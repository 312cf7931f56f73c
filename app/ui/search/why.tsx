import type { ReactNode } from 'react'
import { paths } from '#paths'
import { useT } from '../shell/dictionary.tsx'
import { Marked } from './marked.tsx'
import type { ReasonView } from './view.ts'

/** Where the query's words stand in a hit, beside what is marked in sight: `inSight` are the texts that the row shows. */
export function Why({
  reasons,
  inSight,
}: {
  reasons: readonly ReasonView[]
  inSight: readonly ReasonView['where'][]
}) {
  const t = useT()
  const told = reasons.filter(({ where }) => !inSight.includes(where))
  if (told.length === 0) return null
  return (
    <span className="why">
      <span className="why__head">{t('search.why.head')}</span>
      {told.map((reason, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the reasons of one hit never reorder
        <span key={place} className={reason.where === 'attachment' ? 'why__page' : undefined}>
          <Reason reason={reason} />
        </span>
      ))}
    </span>
  )
}

function Reason({ reason }: { reason: ReasonView }): ReactNode {
  const t = useT()
  switch (reason.where) {
    case 'concept':
      return t('search.why.concept', { found: reason.found })
    case 'pinyin':
    case 'slip':
      return t(`search.why.${reason.where}`, { typed: reason.typed, found: reason.found })
    case 'attachment': {
      const { fileId, name, page, segments } = reason
      const place = page === null ? '' : `#page=${page}`
      return (
        <>
          <a href={`${paths.file(fileId)}${place}`}>
            {page === null ? t('search.why.attachment', { name }) : t('search.why.page', { name, page })}
          </a>
          <Marked segments={segments} />
        </>
      )
    }
    default:
      return (
        <>
          <b>{t(`search.why.${reason.where}`)}</b>
          <Marked segments={reason.segments} />
        </>
      )
  }
}
