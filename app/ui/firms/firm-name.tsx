import { paths } from '#paths'
import { Link } from '../shell/link.tsx'

/** An organisation's name, with the way to its public page where it has one. */
export function FirmName({ firm, name }: { firm: string | null; name: string }) {
  return firm === null ? <span>{name}</span> : <Link href={paths.firm(firm)}>{name}</Link>
}
