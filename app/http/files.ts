import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clamd, type Scanner } from '#services/files/scanner.ts'
import type { FileStore } from '#services/files/store.ts'
import { diskStore } from '#services/files/store-disk.ts'
import { type S3Place, s3Store } from '#services/files/store-s3.ts'

/** The part of the configuration that says where files lie and who looks at them. */
export interface FilesEnv {
  DATA_DIR?: string
  S3?: S3Place | undefined
  /** clamd's `host:port` or the path of its socket. */
  CLAMD?: string | undefined
}

/** A bucket where one is set up, else a folder of the data directory. */
export function openFileStore({ S3, DATA_DIR }: FilesEnv): FileStore {
  return S3 ? s3Store(S3) : diskStore(join(dataDirOf(DATA_DIR), 'files'))
}

export const openScanner = ({ CLAMD }: FilesEnv): Scanner | null => (CLAMD ? clamd(CLAMD) : null)

/** Where files lie while their form is being read: beside the store, so that taking one is a move. */
export const spoolOf = (dataDir: string | undefined) => join(dataDirOf(dataDir), 'spool')

const dataDirOf = (dataDir: string | undefined) => dataDir ?? join(tmpdir(), 'robot-plus')
