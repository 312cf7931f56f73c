import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { noticeEvents } from '#domain/shared/notices.ts'
import { en } from '#i18n/en.ts'
import { createT } from '#i18n/translate.ts'
import { zh } from '#i18n/zh.ts'

function filesIn(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }))
}

/** Reasons as the code writes them: in `no`, `when`, `found`, `Refusal`, and as the messages of schemas. */
function reasonsIn(text: string): string[] {
  const refused = [
    ...text.matchAll(
      /(?:\bno\(|\bRefusal\(\s*'\w+',|\bfound\([^;]*?,|\bwhen\([^;]*?,)\s*'([a-zA-Z]+\.[a-zA-Z.]+)'/gs,
    ),
  ]
  const schema = [...text.matchAll(/(?:error:|message:|\.refine\([^;]*?,)\s*'([a-zA-Z]+\.[a-zA-Z.]+)'/gs)]
  return [...refused, ...schema].flatMap(([, reason]) => (reason ? [reason] : []))
}

const code = ['app/domain', 'app/services', 'app/http'].flatMap(filesIn)
const t = { zh: createT(zh, 'zh'), en: createT(en, 'en') }

it('has a Chinese and an English text for every reason that the code can give', () => {
  const reasons = new Set(code.flatMap(({ text }) => reasonsIn(text)))
  expect(reasons.size).toBeGreaterThan(80)
  const silent = [...reasons].filter(reason =>
    t.zh.reason(reason) === null && t.zh.maybe(reason) === null
      ? true
      : t.en.reason(reason) === null && t.en.maybe(reason) === null,
  )
  expect(silent).toEqual([])
})

it('has words for every notice in both languages', () => {
  for (const event of noticeEvents) {
    for (const part of ['subject', 'text']) {
      expect(t.zh.maybe(`notification.${event}.${part}`), event).toBeTruthy()
      expect(t.en.maybe(`notification.${event}.${part}`), event).toBeTruthy()
    }
  }
})

it('lets no verb run without asking a policy, unless it says why', () => {
  // The files beside the folders are the mechanism that verbs use, not verbs.
  const verbs = filesIn('app/services')
    .filter(({ path }) => path.split('/').length > 3)
    .filter(({ text }) => /export (async )?function \w+\(\s*(ctx|tx|db)\b/.test(text))
  expect(verbs.length).toBeGreaterThan(40)
  const unguarded = verbs.filter(
    ({ text }) =>
      !/\bpermit\(|\bload(Introduction|Inquiry|Organization|SavedSearch|Site|Scenario|Product|Solution|Bid|Pilot|Claim|Entry|Proposal)\(|^\/\/ public: \S/m.test(
        text,
      ),
  )
  expect(unguarded.map(({ path }) => path)).toEqual([])
})

it('lets no route answer by itself: each calls a verb, which asks a policy, or has nothing to hide', () => {
  // What these answer is the same for everybody: fixed words, a cookie of one's own, an address that is not there.
  const open = ['preferences.ts', 'styleguide.tsx', 'not-found.tsx', 'api/document.ts', 'api/unknown.ts']
  const fixed = [
    'about/formula.tsx',
    'about/data.tsx',
    'about/open-data.tsx',
    'about/accessibility.tsx',
    'about/privacy.tsx',
    'risk/picker.tsx',
  ]
  const routes = filesIn('app/routes')
  const asking = routes.filter(({ text }) => /export (async )?(function|const) (loader|action)\b/.test(text))
  expect(asking.length).toBeGreaterThan(70)
  const alone = routes
    .filter(({ text }) => !/\b(respond|submitted|uploaded|deed|answerApi|answerRead)\(/.test(text))
    .map(({ path }) => path.replace('app/routes/', ''))
  expect(alone.filter(path => ![...open, ...fixed].includes(path))).toEqual([])
  const mute = asking
    .filter(({ text }) => !/from '#services\//.test(text))
    .map(({ path }) => path.replace('app/routes/', ''))
  expect(mute.filter(path => ![...open, ...fixed].includes(path))).toEqual([])
})

it('gives every action of a route the schema of a verb', () => {
  // Their forms carry nothing but the press of a button.
  const free = [
    'preferences.ts',
    'account/sign-out.ts',
    'account/notifications.tsx',
    'account/email-confirmation.tsx',
    'api/unknown.ts',
  ]
  const loose = filesIn('app/routes')
    .filter(({ text }) => /export (async )?function action\b/.test(text))
    .filter(({ text }) => !/\b(submitted|uploaded|deed)\(\s*args,|jsonBody\(/.test(text))
    .map(({ path }) => path.replace('app/routes/', ''))
  expect(loose.filter(path => !free.includes(path))).toEqual([])
})

it('takes no field from a form that its schema does not name', () => {
  // zod strips what a plain object does not know; these would let it through to a row.
  const open = code.filter(({ text }) => /\.(passthrough|loose|catchall)\(|z\.looseObject\(/.test(text))
  expect(open.map(({ path }) => path)).toEqual([])
})

it('reads the clock and chance nowhere in the rules', () => {
  const impure = filesIn('app/domain').filter(({ text }) =>
    /Date\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|\bprocess\./.test(text),
  )
  expect(impure.map(({ path }) => path)).toEqual([])
})

it('tells the English reader nothing in Chinese', () => {
  // Marks of the product and titles of Chinese texts are quoted as they stand.
  const quoted = /[“‘(《][^”’)》]*[”’)》]/g
  const chinese: string[] = []
  const walk = (words: object, path: string) => {
    for (const [key, value] of Object.entries(words)) {
      if (typeof value === 'object' && value !== null) walk(value, `${path}${key}.`)
      else if (/\p{Script=Han}/u.test(String(value).replaceAll(quoted, ''))) chinese.push(`${path}${key}`)
    }
  }
  walk(en, '')
  expect(chinese.filter(key => !/language|toChinese|example|placeholder|tries/i.test(key))).toEqual([])
})
