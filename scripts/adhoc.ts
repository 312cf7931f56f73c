import { openCalls } from '#domain/matching/calls.ts'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import { openMarket } from '#domain/matching/market.ts'
import { worldOf } from '#domain/matching/world.ts'
import { generatedProducts, generatedScenarios } from './bench/catalogue.ts'

const N = Number(process.argv[2] ?? 20000)
const card = { version: '1', organization: 'o', reported: false, listed: 0, until: null }
let t = performance.now()
const lap = (what: string) => {
  const n = performance.now()
  console.log(what, (n - t).toFixed(1))
  t = n
}
const products = [...generatedProducts(N)]
lap('generated')
const scenarios = [...generatedScenarios(400)]
const world = worldOf({ products: products.slice(0, 3000), scenarios }, ontologyConcepts)
lap('world')
const m0 = process.memoryUsage()
const market = openMarket()
for (const p of products) market.put(p, card)
lap('put')
const m1 = process.memoryUsage()
console.log('put bytes', (m1.arrayBuffers - m0.arrayBuffers) / N, (m1.heapUsed - m0.heapUsed) / N)
market.prepare(world.corpus, 0, () => true)
lap('vectors')
console.log('vector bytes', (process.memoryUsage().arrayBuffers - m1.arrayBuffers) / N)
const times: number[] = []
const detail: unknown[] = []
for (const s of scenarios) {
  const c0 = process.cpuUsage()
  const scan = market.scan(world, s, { main: 50 })
  const ms = (process.cpuUsage(c0).user + process.cpuUsage(c0).system) / 1000
  times.push(ms)
  detail.push([ms.toFixed(1), scan.counts.main, scan.counts.near, s.requirements.length, s.tasks.length])
}
const sorted = times.slice(50).sort((a, b) => a - b)
const q = (x: number) => sorted[Math.floor(sorted.length * x)]!.toFixed(2)
console.log('scan p50/p95/p99', q(0.5), q(0.95), q(0.99), 'fits', JSON.stringify(detail.slice(100, 130)))
