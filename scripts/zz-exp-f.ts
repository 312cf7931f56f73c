import { readFileSync } from 'node:fs'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import { importProducts, importScenarios } from '#domain/matching/import.ts'
import { demandRows } from '#domain/matching/demand.ts'
import { supplyRows } from '#domain/matching/supply.ts'
import { metricsOf } from '#domain/matching/metrics.ts'
import { worldOf } from '#domain/matching/world.ts'
const D = '/work/shared/data/'
const j = (f: string) => JSON.parse(readFileSync(D + f, 'utf8'))
const S = (importScenarios(j('scenarios.json')) as any).items, P = (importProducts(j('products.json')) as any).items
const groups = new Map(j('scenarios.json').map((s: any) => [s.id, s.dup_group ?? s.id]))
const pairs = j('deployments.json').filter((p: any) => p.benchmark_ok && p.match_level === 'product')
const world = worldOf({ scenarios: S, products: P }, ontologyConcepts)
const ids = new Set(pairs.map((p: any) => p.scenario_id))
const data = S.filter((s: any) => ids.has(s.id)).map((s: any) => ({ s, rows: P.map((p: any) => ({ p, d: demandRows(world, s, p), u: supplyRows(s, p), like: world.corpus.likeness(s.text, p.text) })) }))
function run(f: Record<string, number>, o: { tau?: number; r?: number; sup?: Record<string, number>; show?: boolean; gate?: boolean } = {}) {
  const js: any[] = []
  for (const { s, rows } of data) {
    const scored = rows.map(({ p, d, u, like }: any) => {
      let W = 0, U = 0, K = 0
      for (const x of d) {
        const w = x.weight * (f[x.subject] ?? 1)
        const g = x.subject === 'text' && o.tau ? 1 - Math.exp(-like / o.tau) : x.g
        W += w; U += w * g; K += x.known ? w : 0
      }
      let R = 0, RW = 0
      for (const x of u) { const w = x.weight * (o.sup?.[x.subject] ?? 1); R += w * x.g; RW += w }
      const Sx = (U / W) * (1 - 0.25 * (1 - K / W)); R /= RW
      const bad = d.some((x: any) => x.necessity === 'must' && x.state === 'F')
      const st = d.filter((x: any) => x.subject === 'task' || x.subject === 'category').map((x: any) => x.state)
      const rel = st.includes('T') ? 1 : st.length === 0 || st.includes('U') ? 1 : 0
      return { id: p.id, bad, key: (o.gate === false ? 0 : rel) + (2 * Sx * R) / (Sx + R || 1) }
    }).filter((x: any) => !x.bad).sort((a: any, b: any) => b.key - a.key || (a.id < b.id ? -1 : 1))
    const used = new Set(pairs.filter((p: any) => p.scenario_id === s.id).map((p: any) => p.product_id))
    js.push({ group: groups.get(s.id), ranking: scored.map((x: any) => x.id), used, s })
  }
  if (o.show) for (const x of js) { const r = x.ranking.findIndex((i: string) => x.used.has(i)) + 1; if (r !== 1) console.log(r, x.s.id, x.s.title, x.s.tasks.map((t: any) => t.task + t.weight.toFixed(2)).join(), '| want', [...x.used].join(), '| got', x.ranking.slice(0, 4).join()) }
  const by = (c: string) => metricsOf(js.map(x => ({ ...x, used: new Set(pairs.filter((p: any) => p.scenario_id === x.s.id && p.product_text_independent === c).map((p: any) => p.product_id)) })).filter(x => x.used.size) as any)
  const m = metricsOf(js as any); const y = by('yes'), pa = by('partly')
  return `h1 ${m['hit@1']} h5 ${m['hit@5']} mrr ${m.mrr} nd ${m['ndcg@10']} | yes ${y['hit@1']} ${y.mrr} partly ${pa['hit@1']} ${pa.mrr}`
}
console.log('base', run({}, { show: true }))
for (const t of [1, 1.5, 2, 2.5, 3, 4, 8]) for (const tau of [0.06, 0.12, 0.2, 0.3]) console.log('text', t, tau, run({ text: t }, { tau }))
for (const fo of [0, 0.5, 1, 2]) console.log('focus', fo, run({ text: 2 }, { tau: 0.12, sup: { focus: fo } }))
for (const k of ['task', 'domain', 'category', 'region', 'text']) console.log('ablate', k, run({ text: 2, [k]: 0 }, { tau: 0.12 }))
console.log('nogate', run({ text: 2 }, { tau: 0.12, gate: false }))
console.log('noregion both', run({ text: 2, region: 0 }, { tau: 0.12, sup: { region: 0 } }))
