import { paths } from '#paths'
import { Alert } from '../primitives/alert.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { SiteChanges } from './site-changes.tsx'
import type { SpokenTaken } from './view.ts'

/** From which version of which profile the site was taken, what has changed since, and where the scenario differs. */
export function SiteNote({ taken }: { taken: SpokenTaken }) {
  const t = useT()
  const { id, name, version: n, latest, changes, deviations } = taken
  const newer = latest > n
  return (
    <Alert title={<Link href={paths.site(id, { version: n })}>{t('site.take.from', { name, n })}</Link>}>
      {newer && <p>{t(changes.length > 0 ? 'site.take.newer' : 'site.take.newerSame', { latest, n })}</p>}
      {changes.length > 0 && (
        <>
          <SiteChanges changes={changes} />
          <p className="t13 ink3">{t('site.take.again')}</p>
        </>
      )}
      {deviations.length > 0 && (
        <>
          <p>{t('site.take.differ', { n: deviations.length })}</p>
          <ul className="scn__missing">
            {deviations.map(({ label, typed, site }) => (
              <li key={label}>
                {t('site.take.deviation', { label, typed: typed ?? t('site.take.open'), site })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Alert>
  )
}
