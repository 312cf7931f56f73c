import { describe, expect, it } from 'vitest'
import { entryLifecycle } from '#domain/catalog/lifecycle.ts'
import { productLifecycle } from '#domain/products/lifecycle.ts'
import {
  matterKinds,
  openToDistrict,
  type ReviewStage,
  reviewStages,
  standingOf,
  stands,
} from '#domain/queue/matters.ts'
import { claimLifecycle } from '#domain/rewards/lifecycle.ts'
import { scenarioLifecycle } from '#domain/scenarios/lifecycle.ts'
import { day, instantAt, localText } from '#domain/shared/dates.ts'
import { solutionLifecycle } from '#domain/solutions/lifecycle.ts'

const at = (on: string, time = '10:00') => instantAt(day(on), time)
const waiting = { kind: 'scenario' as const, status: 'submitted', since: at('2026-11-18'), noticeTo: null }

describe('what waits at the bureau', () => {
  it('is due at the close of the fifth working day', () => {
    const standing = standingOf(waiting, at('2026-11-19'))
    expect(standing).toMatchObject({ next: 'review', waits: 'handler' })
    expect(standing?.due && localText(standing.due)).toBe('2026-11-25T17:00')
  })

  it('is told apart within the review: come back, or approved and waiting for the second officer', () => {
    const now = at('2026-11-19')
    expect(standingOf({ ...waiting, stage: 'resubmitted' }, now)).toMatchObject({
      ...{ next: 'reviewAgain', waits: 'handler' },
    })
    const approved = standingOf({ ...waiting, stage: 'approved' }, now)
    expect(approved).toMatchObject({ next: 'publishScenario', waits: 'approver' })
    expect(approved?.due && localText(approved.due)).toBe('2026-11-23T17:00')
    expect(standingOf({ ...waiting, kind: 'product', stage: 'approved' }, now)?.next).toBe('review')
  })

  it('counts over holidays and make-up days', () => {
    const standing = standingOf({ ...waiting, since: at('2026-09-29') }, at('2026-09-29'))
    expect(standing?.due && localText(standing.due)).toBe('2026-10-12T17:00')
  })

  it('has no date where the calendar ends, rather than a guessed one', () => {
    expect(standingOf({ ...waiting, since: at('2026-12-30') }, at('2026-12-30'))?.due).toBeNull()
  })

  it('is open to a word of the district until the bureau decides, and never late for want of one', () => {
    const now = at('2026-11-19')
    expect(openToDistrict(waiting, now)).toEqual({
      next: 'recommend',
      waits: 'district',
      due: standingOf(waiting, now)?.due,
    })
    expect(openToDistrict({ ...waiting, status: 'published' }, now)?.due).toBeNull()
    const spoken = matterKinds.flatMap(kind =>
      ['submitted', 'published', 'nominated', 'formalReview', 'expertReview', 'asked', 'notice'].flatMap(
        status => (openToDistrict({ ...waiting, kind, status }, now) ? [`${kind}.${status}`] : []),
      ),
    )
    expect(spoken).toEqual([
      'scenario.submitted',
      'scenario.published',
      'entry.nominated',
      'entry.formalReview',
    ])
  })

  it('waits for nobody but the public while a notice runs, and for the approver after it', () => {
    const notice = {
      kind: 'entry' as const,
      status: 'notice',
      since: at('2026-11-16'),
      noticeTo: day('2026-11-23'),
    }
    expect(standingOf(notice, at('2026-11-23', '23:00'))).toMatchObject({ next: 'watch', waits: 'public' })
    const after = standingOf(notice, at('2026-11-24'))
    expect(after).toMatchObject({ next: 'publish', waits: 'approver' })
    expect(after?.due && localText(after.due)).toBe('2026-11-30T17:00')
  })

  it('is nothing in a state that waits for somebody else', () => {
    expect(standingOf({ ...waiting, status: 'draft' }, at('2026-11-19'))).toBeNull()
    expect(standingOf({ ...waiting, status: 'published' }, at('2026-11-19'))).toBeNull()
  })

  it('names only states that the lifecycles have, but for the stages of a review', () => {
    const lifecycles = {
      scenario: scenarioLifecycle,
      product: productLifecycle,
      solution: solutionLifecycle,
      claim: claimLifecycle,
      entry: entryLifecycle,
    }
    for (const kind of matterKinds.filter(each => each !== 'organization'))
      for (const status of Object.keys(stands[kind]).filter(
        each => !reviewStages.includes(each as ReviewStage),
      ))
        expect(lifecycles[kind].statuses).toContain(status)
  })
})
