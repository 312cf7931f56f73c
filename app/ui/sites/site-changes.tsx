import './sites.css'
import { Diff } from '../pattern/diff.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { SpokenDifference } from './view.ts'

/** What differs between two versions of a profile, line by line; what stayed the same is not struck through. */
export function SiteChanges({ changes }: { changes: readonly SpokenDifference[] }) {
  const t = useT()
  return (
    <ul className="sitechanges">
      {changes.map(each => (
        <li key={each.key}>
          <Diff
            label={`${each.label}${t.locale === 'zh' ? '：' : ': '}${each.start}`}
            before={each.before ?? t('site.unknown')}
            after={each.after ?? t('site.unknown')}
          />
          {each.end}
        </li>
      ))}
    </ul>
  )
}
