import { describe, expect, it } from 'vitest'
import { bidLifecycle } from '#domain/bids/lifecycle.ts'
import { entryLifecycle } from '#domain/catalog/lifecycle.ts'
import { organizationLifecycle } from '#domain/organizations/lifecycle.ts'
import { pilotLifecycle } from '#domain/pilots/lifecycle.ts'
import { productLifecycle } from '#domain/products/lifecycle.ts'
import { claimLifecycle } from '#domain/rewards/lifecycle.ts'
import { scenarioLifecycle } from '#domain/scenarios/lifecycle.ts'
import { siteLifecycle } from '#domain/sites/lifecycle.ts'
import { en } from '#i18n/en.ts'
import { wordFiles } from '#i18n/load-words.ts'
import type { Words } from '#i18n/merge.ts'
import { zh } from '#i18n/zh.ts'
import { statusLook } from '#ui/status-look.ts'
import { translate } from '../support/render.tsx'

function leaves(words: Words, prefix = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') found.set(prefix + key, value)
    else for (const [inner, text] of leaves(value, `${prefix}${key}.`)) found.set(inner, text)
  }
  return found
}

const places = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

describe('the two dictionaries', () => {
  const chinese = leaves(zh)
  const english = leaves(en)

  it('have the same keys, but for the singulars of English', () => {
    const plain = [...english.keys()].filter(key => !key.endsWith('_one'))
    expect(plain.sort()).toEqual([...chinese.keys()].sort())
  })

  it('take the same facts in both', () => {
    const differing = [...chinese].filter(
      ([key, text]) => places(english.get(key) ?? '').join() !== places(text).join(),
    )
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it.each(['zh', 'en'] as const)(
    'keep every key of %s in one part that the browser can load',
    async locale => {
      const parts: Words[] = await Promise.all(Object.values(wordFiles[locale]).map(file => file()))
      const kept = parts.flatMap(words => [...leaves(words).keys()])
      expect(kept.sort()).toEqual([...(locale === 'zh' ? chinese : english).keys()].sort())
    },
  )

  it('leave no text empty', () => {
    const empty = [...chinese, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key)
    expect(empty).toEqual([])
  })
})

describe('every status of every noun', () => {
  const lifecycles = {
    organization: organizationLifecycle,
    site: siteLifecycle,
    scenario: scenarioLifecycle,
    product: productLifecycle,
    bid: bidLifecycle,
    pilot: pilotLifecycle,
    claim: claimLifecycle,
    entry: entryLifecycle,
  }
  const cases = Object.entries(lifecycles).flatMap(([noun, { statuses }]) =>
    statuses.map(status => [noun, status]),
  )

  it('have a look and a word in both languages', () => {
    const looks = new Map<string, object>(Object.entries(statusLook))
    const without = cases.filter(([noun = '', status = '']) => {
      const word = (locale: 'zh' | 'en') => translate(locale).maybe(`status.${noun}.${status}`)
      return !Object.hasOwn(looks.get(noun) ?? {}, status) || !word('zh') || !word('en')
    })
    expect(cases.length).toBeGreaterThan(50)
    expect(without).toEqual([])
  })
})
