/** What the browser keeps of a form until the server has it: a crash or a lost session loses nothing. */
export interface LocalCopy {
  /** What the form showed before the first key: while it still shows that, nobody wrote in between. */
  base: string
  at: string
  pairs: Pair[]
}
export type Pair = [name: string, value: string]

const prefix = 'scenario-form:'

/** Fields that are the page's own and not what its reader typed. */
const envelope = ['id', 'rev', 'formKey', 'language', 'auto', 'intent', 'adopt']

export function pairsIn(form: HTMLFormElement): Pair[] {
  return [...new FormData(form)].flatMap(([name, value]): Pair[] =>
    typeof value === 'string' && !envelope.includes(name) ? [[name, value]] : [],
  )
}

/** Private windows and full disks refuse; then the form simply has no copy. */
export function keepCopy(key: string, copy: LocalCopy): void {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(copy))
  } catch {
    // Nothing to be done about it here.
  }
}

export function dropCopy(key: string): void {
  try {
    localStorage.removeItem(prefix + key)
  } catch {
    // There was none.
  }
}

export function readCopy(key: string): LocalCopy | null {
  try {
    const copy: unknown = JSON.parse(localStorage.getItem(prefix + key) ?? 'null')
    return isCopy(copy) ? copy : null
  } catch {
    return null
  }
}

function isCopy(copy: unknown): copy is LocalCopy {
  if (typeof copy !== 'object' || copy === null) return false
  const { base, at, pairs } = copy as Partial<LocalCopy>
  return typeof base === 'string' && typeof at === 'string' && Array.isArray(pairs)
}
