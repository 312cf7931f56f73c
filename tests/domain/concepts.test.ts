import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ConceptChange, changed, touchedNames } from '#domain/concepts/change.ts'
import {
  type Concept,
  type ConceptTable,
  conceptFromNames,
  conceptNamed,
  conceptsWith,
  nameKinds,
  namesOf,
} from '#domain/concepts/concept.ts'
import { conceptLifecycle } from '#domain/concepts/lifecycle.ts'
import { isUsableName, nameKey, namesIn } from '#domain/concepts/name.ts'
import {
  canProposeConcept,
  canReviewConcept,
  canSeeProposals,
  canWithdrawConcept,
} from '#domain/concepts/policy.ts'
import { type Actor, newcomer, visitor } from '#domain/shared/actor.ts'
import { type AccountId, brand } from '#domain/shared/ids.ts'
import { builtInTable } from '#search/concepts.ts'

const table: ConceptTable = [
  conceptFromNames(['四足机器人', '机器狗', 'robot dog', 'quadruped']),
  conceptFromNames(['移动机器人', 'mobile robot', 'AMR', 'AGV', '无人搬运车']),
]
const addName = (name: string, id = '四足机器人'): ConceptChange => ({
  ...{ kind: 'addName', id, name, nameKind: 'synonym' },
})
const add = (zh: string, names: string[], en: string | null = null): ConceptChange => ({
  kind: 'add',
  concept: { id: zh, zh, en, names: names.map(name => ({ name, kind: 'synonym' })), note: null },
})
const rename = (zh: string, en: string | null, id = '四足机器人'): ConceptChange => ({
  ...{ kind: 'rename', id, zh, en, note: null },
})

describe('the built-in table', () => {
  it('has the concepts of the trade, each name in one of them only', () => {
    expect(builtInTable.length).toBeGreaterThanOrEqual(182)
    const keys = builtInTable.flatMap(concept => [...new Set(namesOf(concept).map(nameKey))])
    expect(new Set(keys).size).toBe(keys.length)
    for (const name of builtInTable.flatMap(namesOf))
      expect([name, isUsableName(name)]).toEqual([name, { ok: true }])
  })

  it('knows a preferred name in each language, and what kind the others are', () => {
    expect(builtInTable.find(each => each.id === '移动机器人')).toMatchObject({
      zh: '移动机器人',
      en: 'mobile robot',
      names: expect.arrayContaining([
        { name: 'AMR', kind: 'abbreviation' },
        { name: '无人搬运车', kind: 'synonym' },
        { name: 'automated guided vehicle', kind: 'english' },
      ]),
    })
  })
})

describe('names', () => {
  it.each([
    ['狗', 'concept.nameTooShort'],
    ['的', 'concept.nameEmpty'],
    ['的了', 'concept.nameEmpty'],
    ['—', 'concept.nameEmpty'],
    ['- 2024 -', 'concept.nameNumber'],
    ['ＡＧＶ', null],
    ['机器狗', null],
    ['3D', null],
  ])('%j', (name, reason) => {
    const verdict = isUsableName(name)
    expect(verdict.ok ? null : verdict.reason).toBe(reason)
  })

  it('are one however they are written', () => {
    expect(nameKey('ＡＳ／ＲＳ')).toBe(nameKey('as rs'))
    expect(conceptNamed(table, 'agv')?.id).toBe('移动机器人')
    expect(conceptsWith(table, 'ROBOT').map(each => each.id)).toEqual(['四足机器人', '移动机器人'])
    expect(namesIn('机械狗、 电子狗\n\n robot  hound；')).toEqual(['机械狗', '电子狗', 'robot hound'])
  })
})

describe('changes', () => {
  it.each<[string, ConceptChange, string]>([
    ['a name of another', addName('无人搬运车'), 'concept.nameTaken'],
    ['its own name again', addName('机器狗'), 'concept.nameTaken'],
    ['the same in other letters', addName('Ａ G-V'), 'concept.nameTaken'],
    ['one character', addName('狗'), 'concept.nameTooShort'],
    ['a concept that is not there', addName('机械狗', '没有'), 'concept.gone'],
    [
      'a foreign name taken away',
      { kind: 'removeName', id: '四足机器人', name: 'AMR' },
      'concept.notItsName',
    ],
    [
      'the preferred name taken away',
      { kind: 'removeName', id: '四足机器人', name: '四足机器人' },
      'concept.notItsName',
    ],
    ['a name of another as preferred', rename('移动机器人', null), 'concept.nameTaken'],
    ['twice the same', rename('狗形机器人', '狗形机器人'), 'concept.nameTwice'],
    ['a concept of one name', add('割草机器人', []), 'concept.oneName'],
    ['a new one with a taken name', add('割草机器人', ['AGV']), 'concept.nameTaken'],
    ['a new one with a name twice', add('割草机器人', ['草坪机器人', '草坪机器人']), 'concept.nameTwice'],
    [
      'more names than a document should gain',
      add(
        '割草机器人',
        [...Array(41).keys()].map(n => `割草机${n}号`),
      ),
      'concept.tooManyNames',
    ],
  ])('refuses %s', (_, change, reason) => {
    expect(changed(table, change)).toMatchObject({ ok: false, reason })
  })

  it('keeps what a renamed concept was called, and its id', () => {
    const result = changed(table, rename('机器狗', 'dog robot'))
    if (!result.ok) throw new Error(result.reason)
    expect(result.after).toMatchObject({ id: '四足机器人', zh: '机器狗', en: 'dog robot' })
    expect(namesOf(result.after)).toEqual(expect.arrayContaining(['四足机器人', 'robot dog', 'quadruped']))
    expect(result.after.names.map(each => each.name)).not.toContain('机器狗')
    // The name it gave up as preferred is still taken, and so is its id.
    expect(changed(result.table, add('四足机器人', ['某个名字']))).toMatchObject({ ok: false })
  })

  it('touches the names that come and go', () => {
    const before = table[0] as Concept
    const after = { ...before, names: [{ name: '机械狗', kind: 'synonym' as const }] }
    expect(touchedNames(before, after).sort()).toEqual(['quadruped', '机器狗', '机械狗'].sort())
    expect(touchedNames(null, before)).toEqual(namesOf(before))
  })

  it('never leaves a name in two concepts, whatever is proposed', () => {
    const word = fc.constantFrom(
      '机器狗',
      'AGV',
      '机械狗',
      '割草机',
      'robot dog',
      '狗',
      '草坪机器人',
      'ＡＧＶ',
    )
    const id = fc.constantFrom('四足机器人', '移动机器人', '割草机')
    const change: fc.Arbitrary<ConceptChange> = fc.oneof(
      fc.record({
        kind: fc.constant('addName' as const),
        id,
        name: word,
        nameKind: fc.constantFrom(...nameKinds),
      }),
      fc.record({ kind: fc.constant('removeName' as const), id, name: word }),
      fc.record({
        kind: fc.constant('rename' as const),
        id,
        zh: word,
        en: fc.option(word),
        note: fc.constant(null),
      }),
      fc
        .tuple(word, fc.array(word, { maxLength: 3 }), fc.option(word))
        .map(([zh, names, en]) => add(zh, names, en)),
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), changes => {
        let state = table
        for (const each of changes) {
          const result = changed(state, each)
          if (result.ok) state = result.table
        }
        const keys = state.flatMap(namesOf).map(nameKey)
        expect(new Set(keys).size).toBe(keys.length)
        expect(new Set(state.map(each => each.id)).size).toBe(state.length)
        for (const name of state.flatMap(namesOf)) expect(isUsableName(name).ok).toBe(true)
      }),
    )
  })
})

describe('who may', () => {
  const me = brand<AccountId>('01900000-0000-7000-8000-000000000001')
  const other = brand<AccountId>('01900000-0000-7000-8000-000000000002')
  const holding = (...roles: ('handler' | 'approver' | 'auditor' | 'expert' | 'administrator')[]): Actor => ({
    ...newcomer(me, '甲'),
    offices: roles.map(role => ({ role, district: null })),
  })
  const waiting = (proposedBy: AccountId) => ({ status: 'proposed' as const, proposedBy })

  it.each([
    ['handler', [true, true, true, false]],
    ['approver', [true, true, true, false]],
    ['auditor', [true, false, false, false]],
    ['expert', [false, false, false, false]],
    ['administrator', [false, false, false, false]],
  ] as const)('%s', (role, expected) => {
    const actor = holding(role)
    const theirs = waiting(other)
    expect([
      canSeeProposals(actor).ok,
      canProposeConcept(actor).ok,
      canReviewConcept(actor, theirs).ok,
      canWithdrawConcept(actor, theirs).ok,
    ]).toEqual(expected)
  })

  it('takes four eyes: one’s own proposal is withdrawn, not published', () => {
    const both = holding('handler', 'approver')
    expect(canReviewConcept(both, waiting(me))).toMatchObject({ ok: false, reason: 'concept.ownProposal' })
    expect(canWithdrawConcept(both, waiting(me)).ok).toBe(true)
    expect(canReviewConcept(both, { status: 'published', proposedBy: other })).toMatchObject({
      reason: 'concept.decided',
    })
    for (const actor of [visitor, newcomer(me, '乙')]) expect(canSeeProposals(actor).ok).toBe(false)
  })

  it('is decided once', () => {
    for (const status of ['published', 'returned', 'withdrawn'] as const)
      expect(conceptLifecycle.isFinal(status)).toBe(true)
  })
})
