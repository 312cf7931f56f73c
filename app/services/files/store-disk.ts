import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { FileGone, type FileStore, safeKey } from './store.ts'

/** Files below `root`, a folder of our own: the default. */
export function diskStore(root: string): FileStore {
  const pathOf = (key: string) => join(root, safeKey(key))
  return {
    async put(key, source) {
      const target = pathOf(key)
      const folder = dirname(target)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const draft = `${target}.part`
      await take(source, draft)
      await synced(draft)
      await rename(draft, target)
      // The name too has to be on the disk before anybody is told that the file is saved.
      await synced(folder)
      await synced(root)
    },
    async get(key) {
      const handle = await open(pathOf(key)).catch(gone)
      return handle.createReadStream()
    },
    delete: key => rm(pathOf(key), { force: true }),
    async *list() {
      for (const folder of await readdir(root).catch(() => [])) {
        if (!/^[0-9a-f]{2}$/.test(folder)) continue
        const names = await readdir(join(root, folder))
        yield await Promise.all(
          names
            .filter(name => !name.endsWith('.part'))
            .map(async name => ({
              key: `${folder}/${name}`,
              at: (await stat(join(root, folder, name))).mtime,
            })),
        )
      }
    },
  }
}

/** A move on the same disk, a copy from another one. */
async function take(source: string, target: string): Promise<void> {
  try {
    await rename(source, target)
  } catch (error) {
    if (!isCode(error, 'EXDEV')) throw error
    await copyFile(source, target)
    await rm(source, { force: true })
  }
}

async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function gone(error: unknown): never {
  throw isCode(error, 'ENOENT') ? new FileGone('no such file in the store') : error
}

const isCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code
