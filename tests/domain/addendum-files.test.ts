import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ScanState } from '#domain/files/file.ts'
import { canFetchFile, canSeeFile, type FileFacts, type FileHolder } from '#domain/files/policy.ts'
import {
  decideFiles,
  Fates,
  type FileFate,
  fileChanges,
  namesOf,
  type VersionFile,
  type WaitingFile,
} from '#domain/scenarios/addendum-files.ts'
import { visitor } from '#domain/shared/actor.ts'
import { day } from '#domain/shared/dates.ts'
import type { FileId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import { ok } from '#domain/shared/verdict.ts'

const idOf = (n: number) => brand<FileId>(`00000000-0000-7000-8000-${String(n).padStart(12, '0')}`)
const file = (n: number, more: Partial<WaitingFile> = {}): WaitingFile => ({
  ...{ id: idOf(n), name: `${n}.pdf`, kind: 'pdf', purpose: 'drawing', bytes: 10, sha256: `sha-${n}` },
  ...{ on: day('2026-11-02'), scan: 'clean' as ScanState, ...more },
})
const plain = ({ scan: _, ...rest }: WaitingFile): VersionFile => rest
const hand = (current: number[], waiting: WaitingFile[]) => ({
  current: current.map(n => plain(file(n))),
  waiting,
})
const fates = (said: [number, FileFate][]) => Object.fromEntries(said.map(([n, fate]) => [idOf(n), fate]))
const ids = (files: readonly VersionFile[]) => files.map(each => Number(each.id.slice(-12)))

describe('what becomes of attachments', () => {
  it('is nothing where nothing is said, whatever waits', () => {
    const decision = decideFiles(hand([1, 2], [file(3)]), {})
    expect(decision).toMatchObject({ ok: true, added: [], withdrawn: [] })
    if (decision.ok) expect(fileChanges(decision.files)).toEqual([])
  })

  it('is added, replaced and withdrawn as said, each pair side by side', () => {
    const waiting = [file(3), file(4), file(5), file(6)]
    const decision = decideFiles(
      hand([1, 2, 7], waiting),
      fates([
        ...([
          [3, idOf(1)],
          [4, 'add'],
          [5, 'hold'],
          [6, 'drop'],
          [2, 'withdraw'],
          [7, 'keep'],
        ] as [number, FileFate][]),
      ]),
    )
    if (!decision.ok) throw new Error(decision.reason)
    expect([ids(decision.files.before), ids(decision.files.after)]).toEqual([
      [1, 2, 7],
      [7, 3, 4],
    ])
    expect([decision.added, decision.withdrawn]).toEqual([
      [idOf(3), idOf(4)],
      [idOf(1), idOf(2)],
    ])
    const changes = fileChanges(decision.files)
    expect(changes.map(({ before, after }) => [before?.id ?? null, after?.id ?? null])).toEqual([
      [idOf(1), idOf(3)],
      [idOf(2), null],
      [null, idOf(4)],
    ])
    expect(namesOf(changes)).toBe('3.pdf · 2.pdf · 4.pdf')
  })

  it.each<[string, WaitingFile[], [number, FileFate][]]>([
    ['addendum.fileGone', [], [[9, 'add']]],
    ['addendum.fileInfected', [file(3, { scan: 'infected' })], [[3, 'add']]],
    ['addendum.fileUnchecked', [file(3, { scan: 'waiting' })], [[3, 'add']]],
    ['addendum.replacesUnknown', [file(3)], [[3, idOf(8)]]],
    [
      'addendum.replacedTwice',
      [file(3), file(4)],
      [
        [3, idOf(1)],
        [4, idOf(1)],
      ],
    ],
    ['addendum.sameFile', [file(3, { sha256: 'sha-1' })], [[3, idOf(1)]]],
    [
      'addendum.sameFile',
      [file(3), file(4, { sha256: 'sha-3' })],
      [
        [3, 'add'],
        [4, 'add'],
      ],
    ],
    [
      'file.tooMany',
      Array.from({ length: 9 }, (_, n) => file(20 + n)),
      Array.from({ length: 9 }, (_, n) => [20 + n, 'add']),
    ],
  ])('is refused: %s', (reason, waiting, said) => {
    expect(decideFiles(hand([1, 2], waiting), fates(said))).toMatchObject({ ok: false, reason })
  })

  it('lets an unchecked file wait, and one that went meanwhile be let go of', () => {
    const said = fates([
      [3, 'hold'],
      [9, 'drop'],
    ])
    expect(decideFiles(hand([1], [file(3, { scan: 'infected' })]), said)).toMatchObject({
      ok: true,
      added: [],
    })
  })

  it('loses and invents nothing: what was there and what came is what there is and what went', () => {
    const fate = fc.constantFrom<FileFate>('keep', 'withdraw', 'add', 'hold', 'drop', idOf(1), idOf(2))
    fc.assert(
      fc.property(fc.array(fate, { minLength: 6, maxLength: 6 }), chosen => {
        const decision = decideFiles(
          hand([1, 2, 3], [file(4), file(5), file(6)]),
          fates(chosen.map((each, n) => [n + 1, each])),
        )
        if (!decision.ok) {
          expect(decision.reason).toBe('addendum.replacedTwice')
          return
        }
        const { before, after } = decision.files
        const set = (list: readonly string[]) => [...list].sort()
        expect(set([...before.map(each => each.id), ...decision.added])).toEqual(
          set([...after.map(each => each.id), ...decision.withdrawn]),
        )
        const changed = fileChanges(decision.files)
        expect(set(changed.flatMap(({ after: now }) => now?.id ?? []))).toEqual(set(decision.added))
        expect(set(changed.flatMap(({ before: was }) => was?.id ?? []))).toEqual(set(decision.withdrawn))
      }),
    )
  })

  it('is told in a letter by five names at most', () => {
    const changes = Array.from({ length: 7 }, (_, n) => ({ before: null, after: plain(file(n)) }))
    expect(namesOf(changes)).toBe('0.pdf · 1.pdf · 2.pdf · 3.pdf · 4.pdf · …')
  })

  it('is said by known words and ids only', () => {
    expect(Fates.parse({ [idOf(1)]: 'withdraw', [idOf(2)]: idOf(1) })).toBeTruthy()
    expect(Fates.parse(undefined)).toEqual({})
    for (const wrong of [{ x: 'keep' }, { [idOf(1)]: 'burn' }, 'keep'])
      expect(Fates.safeParse(wrong).success).toBe(false)
  })
})

describe('who reads a file of an addendum', () => {
  const published = new Date('2026-11-01T00:00:00Z')
  const holder: FileHolder = {
    ...{ noun: 'scenario', id: 'x', organizationId: brand('00000000-0000-7000-8000-000000000099') },
    ...{ see: ok, edit: ok, readsDraft: false, publishedAt: published },
  }
  const facts = (more: Partial<FileFacts>): FileFacts => ({
    ...{ purpose: 'drawing', scan: 'off', createdAt: new Date('2026-11-03T00:00:00Z'), removedAt: null },
    ...{ addendumKey: 'key', addedIn: null, withdrawnIn: null, ...more },
  })
  it.each<[string, Partial<FileFacts>, boolean, boolean]>([
    ['waiting', {}, false, false],
    ['added', { addedIn: 1 }, true, true],
    ['added and withdrawn', { addedIn: 1, withdrawnIn: 2 }, false, true],
    [
      'of the first publication, withdrawn',
      { addendumKey: null, createdAt: published, withdrawnIn: 1 },
      false,
      true,
    ],
    ['of the first publication', { addendumKey: null, createdAt: published }, true, true],
    ['slipped in after it', { addendumKey: null }, false, false],
    ['removed before it was published', { removedAt: published }, false, false],
    ['added, being checked', { addedIn: 1, scan: 'waiting' }, true, false],
    ['withdrawn, infected', { addedIn: 1, withdrawnIn: 2, scan: 'infected' }, false, false],
  ])('%s', (_, more, seen, had) => {
    expect([
      canSeeFile(visitor, holder, facts(more)).ok,
      canFetchFile(visitor, holder, facts(more)).ok,
    ]).toEqual([...[seen, had]])
    // An officer reads drafts of what is submitted, and what waits for an addendum is not.
    const desk = { ...holder, readsDraft: true }
    if (more.addedIn === undefined && more.addendumKey === undefined)
      expect(canFetchFile(visitor, desk, facts(more)).ok).toBe(false)
  })
})
