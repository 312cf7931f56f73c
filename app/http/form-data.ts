import type { Reason } from '#domain/shared/verdict.ts'

/** A product states up to sixty facts, each with its proof; nothing else comes near. */
export const mostFields = 600
const maxIndex = 200
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * What makes a form unfit to be parsed at all; no page of ours sends such a thing. Field names are paths
 * (`metrics[2].target`), so a name must not reach into a prototype or make a list of a million gaps.
 */
export function formProblem(form: Iterable<[string, FormDataEntryValue]>): Reason | null {
  let count = 0
  for (const [name, value] of form) {
    count += 1
    if (count > mostFields) return 'form.tooManyFields'
    if (!isFieldName(name)) return 'form.badField'
    if (name === '__state__' && !isObject(readJson(value))) return 'form.badField'
    if (name === '__intent__' && !isIntent(readJson(value))) return 'form.badField'
    if (typeof value === 'string' && value.includes('\u0000')) return 'form.badField'
  }
  return null
}

function isFieldName(name: string): boolean {
  if (name.length > 200) return false
  const steps = name.split(/[.[\]]+/).filter(step => step !== '')
  return steps.every(step => !forbiddenNames.has(step) && !(/^\d+$/.test(step) && Number(step) > maxIndex))
}

/** The press of a button that changes the form itself: add a row, remove one, reset. */
function isIntent(intent: unknown): boolean {
  if (!isObject(intent) || typeof intent.type !== 'string' || !isObject(intent.payload)) return false
  return (
    [intent.payload.index, intent.payload.from, intent.payload.to].every(isIndex) &&
    isName(intent.payload.name)
  )
}

const isIndex = (value: unknown) =>
  value === undefined || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= maxIndex)
const isName = (value: unknown) => value === undefined || (typeof value === 'string' && isFieldName(value))
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function readJson(value: FormDataEntryValue): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : undefined
  } catch {
    return undefined
  }
}
