import type { Context } from '#services/context.ts'
import type { People, Role, Seat } from './people.ts'
import type { Readers } from './routes.ts'

/** An object in the very state in which the deed is possible, with the form that does it. */
export interface Target {
  url: string
  /** The object's id, as it stands in the address; empty where there is none yet. */
  id: string
  fields: Record<string, string>
  /** Sent along as the form's field `file`. */
  file?: { name: string; content: Buffer }
  /** The rows that the deed writes, to see what arrived in them. */
  rows?(): Promise<unknown>
}

/** One action of the site: who may, who at least knows the object (403 instead of 404), and a form that would do it. */
export interface Deed {
  may: Readers
  sees: Readers
  /** Answers with what was asked for (200) instead of leading on to another page. */
  shows?: true
  /** A guest is asked to sign in before the object is looked for. */
  asksFirst?: boolean
  make(ctx: Context, who: People, role: Role | Seat): Promise<Target>
  /** Seats inside the object's organisation that ask as well. */
  seats?: readonly Seat[]
  /** Some of those who may, to do it for all of them. */
  standIns?: readonly Role[]
  /** A deed that needs nobody's permission answers each role like this, and is proved elsewhere. */
  open?(role: Role): number
}
