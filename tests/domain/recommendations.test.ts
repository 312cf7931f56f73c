import { describe, expect, it } from 'vitest'
import { canSeeEntry, readsEntryFile } from '#domain/catalog/policy.ts'
import { canSeeOrganization } from '#domain/organizations/standing.ts'
import { canSeePilot } from '#domain/pilots/policy.ts'
import {
  canRecommendEntry,
  canRecommendScenario,
  readsRecommendations,
} from '#domain/recommendations/policy.ts'
import { recommendationsIn, recordedOpinion, votes } from '#domain/recommendations/recommendation.ts'
import { canRecuse } from '#domain/recusals/policy.ts'
import { canSeeScenario } from '#domain/scenarios/policy.ts'
import type { Actor } from '#domain/shared/actor.ts'
import { oversees } from '#domain/shared/actor.ts'
import { type AccountId, brand } from '#domain/shared/ids.ts'
import { demandId, facts, matrixActors, supplyId } from '#tests/support/matrix/actors.ts'

const { district: own, 'district elsewhere': elsewhere, handler, nobody } = matrixActors
const scenario = facts.scenario('submitted')
const entry = facts.entry('formalReview')
const reasonOf = (verdict: { ok: true } | { ok: false; reason: string }) =>
  verdict.ok ? 'ok' : verdict.reason
const withMembership: Actor = { ...own, memberships: matrixActors['demand viewer'].memberships }
const recused: Actor = { ...own, recused: [scenario.id] }

describe('the officer of a district', () => {
  it('sees what is under way in the district and nothing of another one', () => {
    const organization = {
      ...{ id: demandId, status: 'verified' as const, source: 'platform' as const, district: '110106' },
      ...{ uscc: null, type: null, industry: null, legalRepresentative: null, capabilities: [] },
    }
    const seen = (actor: Actor) =>
      [
        canSeeScenario(actor, scenario),
        canSeeScenario(actor, { ...scenario, district: null }),
        canSeeScenario(actor, facts.scenario('draft')),
        canSeePilot(actor, facts.pilot('running')),
        canSeeEntry(actor, entry),
        canSeeOrganization(actor, organization),
      ].map(verdict => verdict.ok)
    expect(seen(own)).toEqual([true, false, false, true, true, true])
    expect(seen(elsewhere)).toEqual([false, false, false, false, false, false])
    expect([own, elsewhere, handler, nobody].map(actor => readsEntryFile(actor, entry))).toEqual([
      ...[true, false, true, false],
    ])
  })

  it('oversees no object that lies in no district, and nothing without a district of their own', () => {
    const nowhere: Actor = { ...own, offices: [{ role: 'district', district: null }] }
    expect([oversees(own, null), oversees(nowhere, null), oversees(nowhere, '110106')]).toEqual([
      ...[false, false, false],
    ])
    // Another office with a district written to it gives no sight.
    const expert: Actor = { ...own, offices: [{ role: 'expert', district: '110106' }] }
    expect(oversees(expert, '110106')).toBe(false)
  })

  it.each([
    ['of the district', own, 'ok', 'ok'],
    ['of another district', elsewhere, 'officer.districtOnly', 'officer.districtOnly'],
    ['of the bureau', handler, 'officer.districtOnly', 'officer.districtOnly'],
    ['who belongs to a party', withMembership, 'officer.ownOrganization', 'officer.ownOrganization'],
    ['who has stood back', recused, 'officer.recused', 'officer.recused'],
    ['who is none', nobody, 'officer.districtOnly', 'officer.districtOnly'],
  ] as const)('%s may give an opinion, or is told why not', (_, actor, onScenario, onEntry) => {
    expect(reasonOf(canRecommendScenario(actor, scenario))).toBe(onScenario)
    expect(reasonOf(canRecommendEntry(actor, entry))).toBe(onEntry)
  })

  it('gives none on a reported case, which is nobody’s call', () => {
    const report = { ...facts.scenario('published'), source: 'report' as const }
    expect(reasonOf(canRecommendScenario(own, report))).toBe('scenario.reportedCase')
  })

  it('may stand back from what is of the district', () => {
    const matter = { id: scenario.id, district: '110106' }
    expect([own, elsewhere, recused].map(actor => reasonOf(canRecuse(actor, matter)))).toEqual([
      ...['ok', 'officer.only', 'officer.recusedAlready'],
    ])
  })

  it('is read by the bureau and the district by name, by the parties without, by nobody else', () => {
    const object = { district: '110106', parties: [demandId, supplyId] }
    const readers = [
      handler,
      matrixActors.auditor,
      own,
      matrixActors['demand viewer'],
      matrixActors['firm owner'],
    ]
    expect(readers.map(actor => readsRecommendations(actor, object))).toEqual([
      ...['named', 'named', 'named', 'unnamed', 'unnamed'],
    ])
    const others = [
      elsewhere,
      nobody,
      matrixActors.visitor,
      matrixActors.foreign,
      matrixActors['expert assigned'],
    ]
    expect(others.map(actor => readsRecommendations(actor, object))).toEqual(others.map(() => 'no'))
  })
})

describe('recommendations in a history', () => {
  const row = (by: string, reason: string | null, minute: number, deed = 'recommend') => ({
    ...{ deed, actorId: brand<AccountId>(by), actorName: by, reason },
    at: new Date(Date.UTC(2026, 10, 20, 8, minute)),
  })

  it('read back as they were given, whatever the opinion says', () => {
    for (const vote of votes) {
      const opinion = `【推荐】只是引用，本意见是 ${vote}`
      const [read] = recommendationsIn([row('a', recordedOpinion(vote, opinion), 0)])
      expect(read).toMatchObject({ vote, opinion, by: 'a', name: 'a' })
    }
  })

  it('count once for each officer, the last one; other deeds and words without a vote are none', () => {
    const read = recommendationsIn([
      row('a', recordedOpinion('oppose', '第一次的意见'), 0),
      row('b', recordedOpinion('recommend', '乙的意见'), 1),
      row('a', recordedOpinion('recommend', '后来的意见'), 2),
      row('c', recordedOpinion('recommend', '不是推荐的记录'), 3, 'return'),
      row('d', '没有写明推荐与否', 4),
      row('e', null, 5),
    ])
    expect(read.map(({ name, vote, opinion }) => [name, vote, opinion])).toEqual([
      ['b', 'recommend', '乙的意见'],
      ['a', 'recommend', '后来的意见'],
    ])
  })
})
