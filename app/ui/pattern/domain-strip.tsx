import { type DomainId, domains } from '#domain/vocabulary.ts'
import { DomainIcon } from '../primitives/icon.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'

/** The ten domains with their counts; a domain without records says 0. */
export function DomainStrip({
  label,
  items,
}: {
  label: string
  items: readonly { domain: DomainId; count: string; href: string }[]
}) {
  const t = useT()
  return (
    <ul className="doms" aria-label={label}>
      {items.map(item => (
        <li key={item.domain} data-domain={item.domain}>
          <Link href={item.href}>
            <DomainIcon domain={item.domain} />
            <b>{t.pick(domains[item.domain])}</b>
            <small className="num">{item.count}</small>
          </Link>
        </li>
      ))}
    </ul>
  )
}
