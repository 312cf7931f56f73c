import { readFileSync } from 'node:fs'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import { importProducts, importScenarios } from '#domain/matching/import.ts'
import { matchProducts } from '#domain/matching/rank.ts'
import { worldOf } from '#domain/matching/world.ts'
const D = '/work/shared/data/'
const j = (f: string) => JSON.parse(readFileSync(D + f, 'utf8'))
let t = performance.now(); const lap = (n: string) => { console.log(n, (performance.now() - t).toFixed(0)); t = performance.now() }
const S = (importScenarios(j('scenarios.json')) as any).items; lap('imp s'); const P = (importProducts(j('products.json')) as any).items; lap('imp p')
const world = worldOf({ scenarios: S, products: P }, ontologyConcepts); lap('world')
matchProducts(world, S[0], P); lap('first'); matchProducts(world, S[1], P); lap('second'); for (const s of S) matchProducts(world, s, P); lap('132')
const l = matchProducts(world, S.find((s: any) => s.id === 's-us-carts'), P)
console.log(l.main.length, l.near.length, l.rest.length); for (const m of l.main.slice(0,3)) { console.log(m.productId, m.score, m.demand, m.supply, m.verdict); for (const r of m.demandRows) console.log('  ', r.subject, r.state, JSON.stringify(r.need), JSON.stringify(r.have), r.g.toFixed(2), r.weight.toFixed(3), r.ratio); console.log(JSON.stringify(m.reasons), JSON.stringify(m.risks)) }
for (const n of l.near) console.log('NEAR', n.productId, JSON.stringify(n.gap))
