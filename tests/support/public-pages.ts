import type { APIRequestContext } from '@playwright/test'
import { z } from 'zod'
import { en } from '#i18n/en.ts'
import type { Words } from '#i18n/merge.ts'
import { zh } from '#i18n/zh.ts'
import { paths } from '#paths'

const Hits = z.object({ hits: z.array(z.object({ id: z.string(), title: z.string() })) })

type Index = 'scenarios' | 'products' | 'solutions' | 'catalog'

/** The demo's own object of this title: other walks publish theirs, which change while this one reads. */
async function demoObject(request: APIRequestContext, index: Index, title: string): Promise<string> {
  const query = new URLSearchParams({ index, q: title, limit: '20' })
  const { hits } = Hits.parse(await (await request.get(`/api/v1/search?${query}`)).json())
  const hit = hits.find(each => each.title === title)
  if (!hit) throw new Error(`the demo has no ${title}`)
  return hit.id
}

/** Every page that anybody may read, by name; objects are those of the demo. */
export async function publicPages(request: APIRequestContext): Promise<[name: string, path: string][]> {
  const scenario = await demoObject(request, 'scenarios', '住院药房到十四个病区的药品与标本配送')
  const products = await Promise.all(
    ['药小递 Y3', '浣 H2 洗护机器人', '巡 X4 四足巡检机器人'].map(title =>
      demoObject(request, 'products', title),
    ),
  )
  const [product = ''] = products
  return [
    ['home', paths.home()],
    ['scenarios', paths.scenarios()],
    ['scenarios that call for bids', paths.scenarios({ kind: 'open' })],
    ['scenario', paths.scenario(scenario)],
    ['its matches', paths.scenarioMatches(scenario)],
    ['products', paths.products()],
    ['product', paths.product(product)],
    ['its matches', paths.productMatches(product)],
    ['comparison', paths.compare({ p: products, scenario })],
    ['comparison of nothing', paths.compare()],
    ['addenda', paths.scenarioAddenda(await demoObject(request, 'scenarios', '普通病区夜间地面清洁与消毒'))],
    ['solutions', paths.solutions()],
    ['solution', paths.solution(await demoObject(request, 'solutions', '病区药品与标本配送成套方案'))],
    ['catalog', paths.catalog()],
    ['entry', paths.entry(await demoObject(request, 'catalog', '住院药房到病区的药品与标本配送'))],
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
