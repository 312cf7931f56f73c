import { paths } from '#paths'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'

/** On a product's page: the public solutions that it is part of. */
export function PartOf({
  solutions,
}: {
  solutions: readonly { id: string; name: string; organization: string }[]
}) {
  const t = useT()
  if (solutions.length === 0) return null
  return (
    <>
      <h3 className="aside__head">{t('solution.partOf')}</h3>
      <ul className="stack t14">
        {solutions.map(({ id, name, organization }) => (
          <li key={id}>
            <Link href={paths.solution(id)}>{name}</Link>
            <span className="ink3">{` ${organization}`}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
