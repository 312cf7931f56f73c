import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bidLifecycle } from '#domain/bids/lifecycle.ts'
import { entryLifecycle } from '#domain/catalog/lifecycle.ts'
import { inquiryLifecycle } from '#domain/inquiries/lifecycle.ts'
import { introductionLifecycle } from '#domain/introductions/lifecycle.ts'
import { organizationLifecycle } from '#domain/organizations/lifecycle.ts'
import { pilotLifecycle } from '#domain/pilots/lifecycle.ts'
import { productLifecycle } from '#domain/products/lifecycle.ts'
import { claimLifecycle } from '#domain/rewards/lifecycle.ts'
import { scenarioLifecycle } from '#domain/scenarios/lifecycle.ts'
import type { Lifecycle } from '#domain/shared/lifecycle.ts'
import { solutionLifecycle } from '#domain/solutions/lifecycle.ts'

/** A lifecycle whose statuses and deeds are plain words, so that one set of tests reads all seven tables. */
interface Machine {
  noun: string
  initial: string
  statuses: readonly string[]
  deeds: readonly string[]
  edges: readonly { from: string; deed: string; to: string }[]
  isFinal(status: string): boolean
  move(status: string, deed: string): { ok: boolean; to?: string; reason?: string }
}

function machine<S extends string, D extends string>(lifecycle: Lifecycle<S, D>): Machine {
  const { noun, initial, statuses, deeds } = lifecycle
  const status = (text: string) => statuses.find(each => each === text) ?? initial
  const edges = statuses.flatMap(from =>
    lifecycle.deedsFrom(from).flatMap(deed => {
      const to = lifecycle.table[from][deed]
      return to ? [{ from, deed, to }] : []
    }),
  )
  const deedOf = new Map<string, D>(deeds.map(deed => [deed, deed]))
  return {
    ...{ noun, initial, statuses, deeds, edges },
    isFinal: text => lifecycle.isFinal(status(text)),
    move(text, deed) {
      const known = deedOf.get(deed)
      return known ? lifecycle.move(status(text), known) : { ok: false }
    },
  }
}

/** The ends that the design names; everything else must lead on. */
const machines: readonly [Machine, { all: string[]; final: string[] }][] = [
  [
    machine(introductionLifecycle),
    {
      all: ['sent', 'welcomed', 'declined', 'lapsed', 'withdrawn'],
      final: ['welcomed', 'declined', 'lapsed', 'withdrawn'],
    },
  ],
  [
    machine(inquiryLifecycle),
    { all: ['asked', 'stated', 'withheld', 'lapsed'], final: ['stated', 'lapsed'] },
  ],
  [machine(organizationLifecycle), { all: ['registered', 'verified', 'suspended'], final: [] }],
  [
    machine(scenarioLifecycle),
    {
      all: [
        ...['draft', 'submitted', 'returned', 'published', 'evaluating', 'awarded', 'piloting'],
        ...['accepted', 'archived', 'withdrawn', 'terminated'],
      ],
      final: ['archived', 'withdrawn', 'terminated'],
    },
  ],
  [
    machine(productLifecycle),
    {
      all: ['draft', 'submitted', 'returned', 'published', 'suspended', 'withdrawn'],
      final: ['withdrawn'],
    },
  ],
  [
    machine(solutionLifecycle),
    { all: ['draft', 'submitted', 'returned', 'published', 'withdrawn'], final: ['withdrawn'] },
  ],
  [
    machine(bidLifecycle),
    {
      all: ['draft', 'submitted', 'opened', 'shortlisted', 'selected', 'notSelected', 'withdrawn'],
      final: ['notSelected', 'selected', 'withdrawn'],
    },
  ],
  [
    machine(pilotLifecycle),
    {
      all: [
        ...['agreed', 'deploying', 'running', 'acceptanceRequested'],
        ...['accepted', 'rework', 'failed', 'terminated'],
      ],
      final: ['accepted', 'failed', 'terminated'],
    },
  ],
  [
    machine(claimLifecycle),
    {
      all: [
        ...['draft', 'submitted', 'precheck', 'review', 'notice', 'approved', 'paid'],
        ...['rejected', 'reversed'],
      ],
      final: ['rejected', 'reversed'],
    },
  ],
  [
    machine(entryLifecycle),
    {
      all: [
        ...['nominated', 'formalReview', 'expertReview', 'listed', 'notice', 'objection'],
        ...['published', 'amended', 'delisted'],
      ],
      final: ['delisted'],
    },
  ],
]

const edgesFrom = (each: Machine, from: string) => each.edges.filter(edge => edge.from === from)

/** Every status that some row of deeds leads to. */
function reachable(each: Machine): Set<string> {
  const seen = new Set([each.initial])
  for (const status of seen) for (const { to } of edgesFrom(each, status)) seen.add(to)
  return seen
}

const sorted = (words: Iterable<string>) => [...words].sort()

describe.each(machines.map(([each, expected]) => [each.noun, each, expected] as const))(
  'lifecycle of %s',
  (_noun, each, expected) => {
    it('has the states of the design and starts in one of them', () => {
      expect(sorted(each.statuses)).toEqual(sorted(expected.all))
      expect(each.statuses).toContain(each.initial)
    })

    it('every deed leads to a state of the same table', () => {
      for (const { to } of each.edges) expect(each.statuses).toContain(to)
      expect(sorted(new Set(each.edges.map(edge => edge.deed)))).toEqual(sorted(each.deeds))
    })

    it('every state can be reached from the first', () => {
      expect(sorted(reachable(each))).toEqual(sorted(each.statuses))
    })

    it('only the final states have no way on', () => {
      expect(sorted(each.statuses.filter(each.isFinal))).toEqual(sorted(expected.final))
    })

    it('from every state an end, or the way back to the first steady state, can be reached', () => {
      const ends = expected.final.length > 0 ? expected.final : ['verified']
      for (const start of each.statuses) {
        const seen = new Set([start])
        for (const status of seen) for (const { to } of edgesFrom(each, status)) seen.add(to)
        expect(ends.some(end => seen.has(end))).toBe(true)
      }
    })

    it('move() is total and agrees with the table', () => {
      const anyStatus = fc.constantFrom(...each.statuses)
      const anyDeed = fc.constantFrom(...each.deeds)
      fc.assert(
        fc.property(anyStatus, anyDeed, (status, deed) => {
          const edge = edgesFrom(each, status).find(one => one.deed === deed)
          const answer = each.move(status, deed)
          expect(answer.ok).toBe(edge !== undefined)
          if (edge) expect(answer.to).toBe(edge.to)
          else expect(answer.reason).toBe(`${each.noun}.wrongState`)
        }),
      )
    })

    it('no walk of deeds ever leaves the table, and an end is never left', () => {
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...each.deeds), { maxLength: 40 }), deeds => {
          let status = each.initial
          for (const deed of deeds) {
            const { ok, to } = each.move(status, deed)
            if (each.isFinal(status)) expect(ok).toBe(false)
            if (ok && to) status = to
            expect(each.statuses).toContain(status)
          }
        }),
      )
    })
  },
)

it('what law forbids is not in the tables', () => {
  const scenario = machine(scenarioLifecycle)
  const bid = machine(bidLifecycle)
  const pilot = machine(pilotLifecycle)
  const entry = machine(entryLifecycle)
  // A sealed bid is never judged before the opening, and an opened one is never taken back.
  expect(bid.move('submitted', 'select').ok).toBe(false)
  expect(bid.move('opened', 'withdraw').ok).toBe(false)
  // A published scenario with bids goes through the opening before the award.
  expect(scenario.move('published', 'award').ok).toBe(false)
  // A running pilot is not accepted without a request that both sides sign.
  expect(pilot.move('running', 'accept').ok).toBe(false)
  // Nothing proceeds while an objection is open.
  expect(entry.move('objection', 'publish').ok).toBe(false)
})
