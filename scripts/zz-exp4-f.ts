import { readFileSync } from 'node:fs'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import { importProducts, importScenarios } from '#domain/matching/import.ts'
import { matchProducts } from '#domain/matching/rank.ts'
import { matchPair } from '#domain/matching/score.ts'
import { sharedWords } from '#domain/matching/text.ts'
import { worldOf } from '#domain/matching/world.ts'
const D = '/work/shared/data/'
const j = (f: string) => JSON.parse(readFileSync(D + f, 'utf8'))
const S = (importScenarios(j('scenarios.json')) as any).items; const P = (importProducts(j('products.json')) as any).items
for (let i = 0; i < 5; i++) {
let t = performance.now(); const lap = (n: string) => { console.log(n, (performance.now() - t).toFixed(1)); t = performance.now() }
for (const s of [...S, ...P]) ontologyConcepts(s.text); lap('concepts')
const world = worldOf({ scenarios: S, products: P }, ontologyConcepts); lap('world')
for (const p of P) matchPair(world, S[5], p); lap('pairs')
for (const p of P) matchPair(world, S[6], p); lap('pairs')
for (const p of P) sharedWords(S[6].text, p.text); lap('shared')
matchProducts(world, S[7], P, 200); lap('full')
}
