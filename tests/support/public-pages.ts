import type { APIRequestContext } from '@playwright/test'
import { z } from 'zod'
import { en } from '#i18n/en.ts'
import type { Words } from '#i18n/merge.ts'
import { zh } from '#i18n/zh.ts'
import { paths } from '#paths'

const Hits = z.object({ hits: z.array(z.object({ id: z.string() })) })

type Index = 'scenarios' | 'products' | 'catalog'

async function someOf(request: APIRequestContext, index: Index, limit: number): Promise<string[]> {
  const answer = await request.get(`/api/v1/search?index=${index}&q=&limit=${limit}`)
  return Hits.parse(await answer.json()).hits.map(hit => hit.id)
}

const firstOf = async (request: APIRequestContext, index: Index) => (await someOf(request, index, 1))[0] ?? ''

/** Every page that anybody may read, by name; objects are the first ones that the search finds. */
export async function publicPages(request: APIRequestContext): Promise<[name: string, path: string][]> {
  const scenario = await firstOf(request, 'scenarios')
  const product = await firstOf(request, 'products')
  return [
    ['home', paths.home()],
    ['scenarios', paths.scenarios()],
    ['scenarios that call for bids', paths.scenarios({ kind: 'open' })],
    ['scenario', paths.scenario(scenario)],
    ['its matches', paths.scenarioMatches(scenario)],
    ['products', paths.products()],
    ['product', paths.product(product)],
    ['its matches', paths.productMatches(product)],
    ['comparison', paths.compare({ p: await someOf(request, 'products', 3), scenario })],
    ['comparison of nothing', paths.compare()],
    ['catalog', paths.catalog()],
    ['entry', paths.entry(await firstOf(request, 'catalog'))],
    ['reward calculator', paths.rewards()],
    ['reward result', paths.rewards({ own: 'yes', funding: 'none', units: 2, stage: 'unfinalised' })],
    ['search', paths.search({ q: '配送' })],
    ['search without results', paths.search({ q: 'qqqqzzzz' })],
    ['sign-in', paths.signIn()],
    ['formula', paths.formula()],
    ['weights', paths.weights()],
    ['data definitions', paths.dataDefinitions()],
    ['open data', paths.openData()],
    ['privacy', paths.privacy()],
    ['accessibility', paths.accessibility()],
    ['register', paths.register()],
    ['lost password', paths.reset()],
  ]
}

/** Words of ours that a hospital of the demo data uses as well, as the name of a metric. */
const alsoData = new Set(['计划内可用率', '报价', '京津冀'])

/** Texts that only the Chinese dictionary has: on an English page such a text is a leftover, not data. */
export function chineseTexts(): string[] {
  const others = new Set([...textsOf(en), ...alsoData])
  return [...new Set(textsOf(zh))].filter(
    text => [...text].length > 1 && /\p{Script=Han}/u.test(text) && !text.includes('{') && !others.has(text),
  )
}

function textsOf(words: Words): string[] {
  return Object.values(words).flatMap(each => (typeof each === 'string' ? [each] : textsOf(each)))
}
