import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, it } from 'vitest'
import { canBid } from '#domain/bids/policy.ts'
import { entryLifecycle } from '#domain/catalog/lifecycle.ts'
import * as catalog from '#domain/catalog/policy.ts'
import { productLifecycle } from '#domain/products/lifecycle.ts'
import * as products from '#domain/products/policy.ts'
import { scenarioLifecycle } from '#domain/scenarios/lifecycle.ts'
import * as scenarios from '#domain/scenarios/policy.ts'
import { visitor } from '#domain/shared/actor.ts'
import type { EntryId, OrganizationId, ProductId, ScenarioId, SolutionId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { solutionLifecycle } from '#domain/solutions/lifecycle.ts'
import * as solutions from '#domain/solutions/policy.ts'
import { type Part, wordFiles } from '#i18n/load-words.ts'
import type { Words } from '#i18n/merge.ts'
import { partsOf } from '#i18n/page-words.ts'
import routes from '../../app/routes.ts'

const leaves = (words: Words, prefix = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : leaves(value, `${prefix}${key}.`),
  )

const keysOf = new Map<Part, readonly string[]>()
for (const part of Object.keys(wordFiles.zh) as Part[]) keysOf.set(part, leaves(await wordFiles.zh[part]()))

/** The parts that hold a key as the code writes it; a place in it may be anything, and it may be short of its end. */
function holding(written: string): Part[] {
  const [fixed = '', ...others] = written.split(/\$\{[^}]*\}?/)
  const literal = (text: string) => text.replaceAll('.', '\\.')
  const key = new RegExp(`^${[fixed, ...others].map(literal).join('.+')}(_one|_other|\\..+)?$`)
  return [...keysOf].filter(([, keys]) => keys.some(each => key.test(each))).map(([part]) => part)
}

/** Components that say nothing to who is not signed in: what is theirs, or waits for them. */
const ownOnly = [
  'app/ui/products/hold-acts.tsx',
  'app/ui/products/own-answers.ts',
  'app/ui/products/own-notes.tsx',
  'app/ui/scenarios/own-answers.ts',
  'app/ui/scenarios/scenario-notes.tsx',
  'app/ui/shell/enrol-notice.tsx',
  'app/ui/sites/site-note.tsx',
  'app/ui/solutions/own-answers.ts',
  'app/ui/solutions/own-notes.tsx',
]

const uuid = '01a20a80-edc1-748a-b5fa-e647de6f8f52'
const refusals = ['refusal', 'refusal-account', 'refusal-desk', 'refusal-reward'] as const

type Reader = 'anybody' | 'signedIn'

/** The parts of the dictionary that a file and the components it draws speak with. */
function spokenIn(file: string, reader: Reader, seen = new Set<string>()): Set<Part> {
  const spoken = new Set<Part>()
  if (seen.has(file) || !existsSync(file) || (reader === 'anybody' && ownOnly.includes(file))) return spoken
  seen.add(file)
  const text = readFileSync(file, 'utf8')
    .replaceAll(/\/\*.*?\*\//gs, '')
    // A reason that is compared, not said; an item of the queue by its name.
    .replaceAll(/=== '\w+\.\w+'|item: `[^`]*`/g, '')
  for (const [, key = ''] of text.matchAll(/['"`]([a-z]+\.(?:[\w.]|\$\{[^}]*\})+)/g))
    for (const part of holding(key)) spoken.add(part)
  if (/\bt\.error\b/.test(text)) spoken.add('field')
  if (/\bt\.(reason\(|error\b)/.test(text))
    for (const part of reader === 'anybody' ? (['refusal'] as const) : refusals) spoken.add(part)
  for (const [, target = ''] of text.matchAll(/from '([^']+)'/g)) {
    const path = target.startsWith('#ui/')
      ? `app/ui/${target.slice(4)}`
      : normalize(join(dirname(file), target))
    // What a loader says is said on the server.
    if (!/^app\/(ui|routes)\//.test(path) || path.endsWith('/speak.ts')) continue
    for (const part of spokenIn(path, reader, seen)) spoken.add(part)
  }
  return spoken
}

const readers = ['anybody', 'signedIn'] as const
const pages = readers.flatMap(reader =>
  routes.flatMap(({ path = '', file }) => {
    const pathname = `/${path.replaceAll(/:\w+/g, uuid)}`
    const parts = partsOf(pathname, reader)
    return parts && file.endsWith('.tsx') ? [{ pathname, reader, file: `app/${file}`, parts }] : []
  }),
)

it('knows the pages that anybody opens', () => {
  expect(pages.length).toBeGreaterThanOrEqual(2 * 13)
})

it('knows which part holds a key', () => {
  expect(holding('scenario.form.title')).toEqual(['scenario-desk'])
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a key as the code writes it
  expect(holding('scenario.where.${status}')).toEqual(['scenario-page'])
  expect(holding('scenario.missing.title')).toEqual(['scenario-desk'])
  expect(holding('scenario.nothing')).toEqual([])
})

it.each(pages.map(page => [page.pathname, page.reader, page] as const))(
  'has every word of %s for %s',
  (_, reader, { file, parts }) => {
    const known = new Set(parts)
    expect([...spokenIn(file, reader)].filter(part => !known.has(part))).toEqual([])
  },
)

it.each(readers)('has every word of the shell on each of them for %s', reader => {
  // What the shell says of an error comes with the words of errors.
  const shell = [...spokenIn('app/root.tsx', reader)].filter(part => !part.startsWith('refusal'))
  for (const { parts } of pages.filter(page => page.reader === reader))
    expect(shell.filter(part => !parts.includes(part))).toEqual([])
  expect(shell.filter(part => !partsOf('/', 'error')?.includes(part))).toEqual([])
})

/** What a visitor is refused by the policies that the pages of these nouns ask, whatever the object's state. */
const organizationId = uuid as OrganizationId
const refused: Record<string, Verdict[]> = {
  scenarios: scenarioLifecycle.statuses.flatMap(status =>
    (['platform', 'report'] as const).flatMap(source => {
      const facts = { id: uuid as ScenarioId, status, organizationId, source, district: null }
      return [
        scenarios.canSeeScenario(visitor, facts),
        scenarios.canEditScenario(visitor, facts),
        scenarios.canSubmitScenario(visitor, facts),
        scenarios.canWithdrawScenario(visitor, facts),
        scenarios.canReviewScenario(visitor, facts),
        scenarios.canOpenBids(visitor, facts),
        scenarios.canSelectBid(visitor, facts),
        scenarios.isOpenCall(facts),
        canBid(visitor, facts, null),
      ]
    }),
  ),
  products: productLifecycle.statuses.flatMap(status =>
    [true, false].flatMap(hasPublishedVersion => {
      const facts = { id: uuid as ProductId, status, organizationId, hasPublishedVersion }
      return [
        products.canSeeProduct(visitor, facts),
        products.canEditProduct(visitor, facts),
        products.canSubmitProduct(visitor, facts),
        products.canReviseProduct(visitor, facts),
        products.canWithdrawProduct(visitor, facts),
        products.canReviewProduct(visitor, facts),
      ]
    }),
  ),
  solutions: solutionLifecycle.statuses.flatMap(status =>
    [true, false].flatMap(hasPublishedVersion => {
      const facts = { id: uuid as SolutionId, status, organizationId, hasPublishedVersion, asked: [] }
      return [
        solutions.canSeeSolution(visitor, facts),
        solutions.canEditSolution(visitor, facts),
        solutions.canSubmitSolution(visitor, facts),
        solutions.canReviseSolution(visitor, facts),
        solutions.canWithdrawSolution(visitor, facts),
        solutions.canReviewSolution(visitor, facts),
      ]
    }),
  ),
  catalog: entryLifecycle.statuses.flatMap(status => {
    const pilot = {
      demandOrganizationId: organizationId,
      supplyOrganizationId: organizationId,
      district: '',
    }
    const facts = { id: uuid as EntryId, status, handlers: [], pilot }
    // The page itself says only why the publication waits, and whether one may object is a button or none.
    return [catalog.canSeeEntry(visitor, facts), catalog.canApproveEntry(visitor, facts)]
  }),
}

it.each(Object.entries(refused))(
  'has every reason that a visitor to one of the %s can be told',
  (noun, verdicts) => {
    const reasons = new Set(verdicts.flatMap(verdict => (verdict.ok ? [] : [verdict.reason])))
    // The page adds this one by itself.
    if (noun === 'scenarios') reasons.add('bid.deadlinePassed')
    expect(reasons).toContain('account.signInFirst')
    expect(missing([...reasons], `/${noun}/${uuid}`)).toEqual([])
  },
)

it.each([
  ['/sign-in', /^(account|form|page|request)\./],
  ['/rewards', /^(reward|calendar|form|page|request)\./],
] as const)('has every reason of its form on %s', (pathname, own) => {
  const reasons = [...keysOf.values()].flat().filter(key => key.startsWith('refusal.'))
  const said = reasons.map(key => key.slice('refusal.'.length)).filter(reason => own.test(reason))
  expect(said.length).toBeGreaterThan(10)
  expect(missing(said, pathname)).toEqual([])
})

it('tells who is signed in every reason, and an error too', () => {
  const all = [...keysOf.keys()].filter(part => part.startsWith('refusal'))
  expect([...refusals]).toEqual(all)
  for (const noun of Object.keys(refused))
    expect(partsOf(`/${noun}/${uuid}`, 'signedIn')).toEqual(expect.arrayContaining(all))
  expect(partsOf('/', 'error')).toEqual(expect.arrayContaining(all))
})

function missing(reasons: string[], pathname: string): string[] {
  const here = new Set(partsOf(pathname)?.flatMap(part => keysOf.get(part) ?? []))
  return reasons.filter(reason => !here.has(`refusal.${reason}`))
}
