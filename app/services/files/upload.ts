/** A file that a form brought, lying beside the store until a verb has taken it or the request is over. */
export interface Upload {
  /** The form's field. */
  field: string
  /** The name as it was sent, never part of a path. */
  name: string
  /** Where its bytes lie now; a name of our own. */
  path: string
  bytes: number
  /** SHA-256 of the bytes, hexadecimal. */
  sha256: string
}
