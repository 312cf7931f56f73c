import type { ImportNoun } from '#domain/imports/column.ts'
import type { Duplicate, ImportFormat, ImportRowStatus, ImportStatus } from '#domain/imports/states.ts'
import type { Verdict } from '#domain/shared/verdict.ts'

export interface ImportLineView {
  id: string
  noun: ImportNoun
  format: ImportFormat
  fileName: string
  status: ImportStatus
  at: Date
  counts: Partial<Record<ImportRowStatus | 'duplicate', number>>
  total: number
}

export interface ImportPageView extends ImportLineView {
  notes: { unknown: string[]; repeated: string[]; orphans: string[] }
  rows: {
    line: number
    name: string
    status: ImportRowStatus
    /** What is wrong, in words. */
    errors: readonly string[]
    missing: number
    duplicate: Duplicate | null
    objectId: string | null
    reason: string | null
  }[]
  page: number
  pageSize: number
  shown: number
  show: 'all' | 'invalid' | 'ready' | 'done'
  can: { steer: Verdict; cancel: Verdict }
  formKey: string
}
