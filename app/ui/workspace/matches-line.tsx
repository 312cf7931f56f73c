import { paths } from '#paths'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'

interface MatchesLineProps {
  side: 'scenario' | 'product'
  id: string
  matches: { n: number; at: Date }
}

/** How many partners are kept for one's own object, and as of when. */
export function MatchesLine({ side, id, matches: { n, at } }: MatchesLineProps) {
  const t = useT()
  const href = side === 'scenario' ? paths.scenarioMatches(id) : paths.productMatches(id)
  return (
    <span>
      <Link href={href}>{t(`matches.kept.${side}`, { n })}</Link>
      <span className="ink3"> {t('matches.kept.at', { time: t.moment(at) })}</span>
    </span>
  )
}
