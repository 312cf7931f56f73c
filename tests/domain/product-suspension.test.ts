import { describe, expect, it } from 'vitest'
import { productLifecycle } from '#domain/products/lifecycle.ts'
import { isPublicProduct } from '#domain/products/policy.ts'
import { type HoldStep, holdOf, isOfficeStep, resumption } from '#domain/products/suspension.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'

const who = brand<AccountId>('01900000-0000-7000-8000-000000000001')
const at = new Date('2026-11-01T00:00:00Z')
const steps = (...deeds: string[]): HoldStep[] =>
  deeds.map(deed => ({ deed, reason: `理由：${deed}`, at, actorId: who }))

describe('the hold that a history ends with', () => {
  it.each([
    [['draft', 'submit', 'publish'], null, null],
    [['publish', 'suspend'], 'firm', null],
    [['publish', 'halt'], 'bureau', null],
    [['suspend', 'halt'], 'bureau', null],
    [['halt', 'resume', 'suspend'], 'firm', null],
    [['halt', 'addFile'], 'bureau', null],
    [['halt', 'appeal'], 'bureau', '理由：appeal'],
    [['halt', 'appeal', 'uphold'], 'bureau', null],
    [['halt', 'appeal', 'uphold', 'appeal', 'edit'], 'bureau', '理由：appeal'],
    [['halt', 'appeal', 'resume', 'halt'], 'bureau', null],
  ])('%j', (deeds, by, appeal) => {
    const hold = holdOf(steps(...deeds))
    expect([hold?.by ?? null, hold?.appeal?.reason ?? null]).toEqual([by, appeal])
  })
})

it('a suspension is ended by the side that made it, and the history says which', () => {
  const history = steps('publish', 'suspend', 'resume', 'halt', 'resumeRevision', 'suspend', 'halt', 'resume')
  expect(history.map((_, nth) => isOfficeStep(history, nth))).toEqual([
    ...[true, false, false, true, true, false, true, true],
  ])
})

it('whatever has a public version can be taken off the shelf by either side, and comes back where the table leads', () => {
  for (const status of productLifecycle.statuses) {
    const shown = isPublicProduct({ status, hasPublishedVersion: true })
    for (const deed of ['suspend', 'halt'] as const)
      if (shown) expect(productLifecycle.move(status, deed)).toEqual({ ok: true, to: 'suspended' })
  }
  const back = (hasRevision: boolean) => productLifecycle.move('suspended', resumption({ hasRevision }))
  expect([back(false), back(true)]).toEqual([
    { ok: true, to: 'published' },
    { ok: true, to: 'draft' },
  ])
})
