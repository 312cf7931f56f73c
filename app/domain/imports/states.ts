/** 预览 → 导入中 → 完成 or 已取消; what was left out may be started later. */
export const importStatuses = ['preview', 'running', 'done', 'cancelled'] as const
export type ImportStatus = (typeof importStatuses)[number]

/**
 * A row: `invalid` has a wrong cell, `ready` could be imported, `waiting` is in the run, `done` is a draft,
 * `failed` was refused by the verb although its cells were right.
 */
export const importRowStatuses = ['invalid', 'ready', 'waiting', 'done', 'failed'] as const
export type ImportRowStatus = (typeof importRowStatuses)[number]

/** 一并提交 of what an import made: null before anybody asked for it. */
export const submissionRunStatuses = ['running', 'done', 'cancelled'] as const
export type SubmissionRunStatus = (typeof submissionRunStatuses)[number]

/** A draft in such a run: what waits is taken by the worker, what was refused says why. */
export const submissionStatuses = ['waiting', 'done', 'failed'] as const
export type SubmissionStatus = (typeof submissionStatuses)[number]

export const importFormats = ['xlsx', 'csv', 'json'] as const
export type ImportFormat = (typeof importFormats)[number]

/** Why a row looks like one that is there already; it is not chosen unless somebody ticks it. */
export interface Duplicate {
  /** `key`: the same own reference was imported before; `name`: same name and model; `twice`: twice in this file. */
  kind: 'key' | 'name' | 'twice'
  /** The row of this file, or the draft, that it looks like. */
  line?: number
  objectId?: string
}

/** Name and model, or title, as two rows are compared. */
export function identityOf(name: string, model = ''): string {
  return `${name}|${model}`.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '')
}
