import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, resolve } from 'node:path'

export interface UnixUser {
  uid: number
  gid: number
}

export const isRoot = process.getuid?.() === 0

/**
 * Whom PostgreSQL runs as. It refuses root, so root lends it the owner of an existing cluster, or `nobody`.
 * Undefined means: as ourselves.
 */
export function serverUser(cluster: string): UnixUser | undefined {
  if (!isRoot) return undefined
  const found = existsSync(cluster) ? statSync(cluster) : undefined
  if (found && found.uid !== 0) return { uid: found.uid, gid: found.gid }
  const user = unprivilegedUser()
  // Somebody changed the owner of the whole data directory; PostgreSQL would refuse it.
  if (found) spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, cluster])
  return user
}

function unprivilegedUser(): UnixUser {
  const lines = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : []
  for (const name of ['nobody', 'daemon']) {
    const [, , uid, gid] = lines.find(line => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  return { uid: 65534, gid: 65534 }
}

/** initdb looks its user up by number; a container may run us under a number that has no name. */
export function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

/** May this user pass through every folder down to `path`? A wrong no is harmless: the detour works too. */
export function canReach(path: string, user: UnixUser | undefined): boolean {
  if (!user) return true
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { uid, gid, mode } = statSync(folder)
    const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0
    if (!((mode >> shift) & 1)) return false
    if (folder === dirname(folder)) return true
  }
}
