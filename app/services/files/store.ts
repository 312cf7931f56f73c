import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'

/** Where the bytes of files lie. Keys are our own, made by `newStoreKey`; no text of a user reaches a path. */
export interface FileStore {
  /** Takes the file at `path` as it is; when this has resolved, its bytes survive a crash. Put again, it replaces. */
  put(key: string, path: string): Promise<void>
  /** Throws `FileGone` when there is nothing under the key. */
  get(key: string): Promise<Readable>
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>
  /** Everything that lies here, in pages. */
  list(): AsyncIterable<readonly { key: string; at: Date }[]>
}

/** The row names bytes that the store does not have: a restore without its files, or a disk that was lost. */
export class FileGone extends Error {}

const keyForm = /^[0-9a-f]{2}\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** `3f/3f0a…`: random, spread over 256 folders. */
export function newStoreKey(): string {
  const id = randomUUID()
  return `${id.slice(0, 2)}/${id}`
}

/** The key itself, or a bug: nothing else may become part of a path or an address. */
export function safeKey(key: string): string {
  if (!keyForm.test(key)) throw new Error('not a key of the file store')
  return key
}
