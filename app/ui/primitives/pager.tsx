import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'

export interface PagerProps {
  page: number
  pageSize: number
  total: number
  href: (page: number) => string
}

/** Pages by URL. Draws nothing when one page holds everything. */
export function Pager({ page, pageSize, total, href }: PagerProps) {
  const t = useT()
  const last = Math.max(1, Math.ceil(total / pageSize))
  if (last === 1) return null
  const from = (page - 1) * pageSize + 1
  return (
    <nav className="pager" aria-label={t('common.pager.label')}>
      {page > 1 && (
        <Link href={href(page - 1)} rel="prev">
          {t('common.pager.previous')}
        </Link>
      )}
      {pagesToShow(page, last).map((shown, index) =>
        shown === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: at most two gaps, in place
          <span key={`gap-${index}`}>…</span>
        ) : shown === page ? (
          <span key={shown} aria-current="page">
            {shown}
          </span>
        ) : (
          <Link key={shown} href={href(shown)}>
            {shown}
          </Link>
        ),
      )}
      {page < last && (
        <Link href={href(page + 1)} rel="next">
          {t('common.pager.next')}
        </Link>
      )}
      <span className="sum">
        {t('common.pager.summary', { total, from, to: Math.min(total, from + pageSize - 1) })}
      </span>
    </nav>
  )
}

/** First, last, the current page with its neighbours, and null for each gap. */
export function pagesToShow(page: number, last: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, last].filter(each => each >= 1 && each <= last)
  const pages = [...new Set(wanted)].sort((a, b) => a - b)
  return pages.flatMap((each, index) => {
    const before = pages[index - 1]
    if (before === undefined || each === before + 1) return [each]
    return each === before + 2 ? [before + 1, each] : [null, each]
  })
}
