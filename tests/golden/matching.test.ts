import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import { importProducts, importScenarios } from '#domain/matching/import.ts'
import { metricsOf } from '#domain/matching/metrics.ts'
import { orderProducts } from '#domain/matching/rank.ts'
import { worldOf } from '#domain/matching/world.ts'
import { tasksIn } from '#domain/ontology/recognise.ts'

/** Invented texts and an invented market: floors that a change of words or weights must not fall through. */
const golden = (file: string) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))

describe('recognising the task in a text', () => {
  const texts: { headline: string; body: string; task: string }[] = golden('./matching-tasks.json')

  test('names the task first in at least nine of ten texts, and among the four in nearly all', () => {
    const found = texts.map(text => ({
      want: text.task,
      got: tasksIn(text).map(each => each.task as string),
    }))
    const first = found.filter(({ want, got }) => got[0] === want)
    const missed = found.filter(({ want, got }) => !got.includes(want))
    expect(first.length / texts.length).toBeGreaterThanOrEqual(0.9)
    expect(missed.length).toBeLessThanOrEqual(1)
  })

  test.each(['', ' ', '机器人', '场景', '\u{1F916}', 'robot', '<script>', 'constructor __proto__'])(
    '%j names no task',
    text => {
      expect(tasksIn({ headline: text, body: text })).toEqual([])
    },
  )
})

describe('ranking an invented market', () => {
  const market = golden('./matching-market.json')
  const scenarios = importScenarios(market)
  const products = importProducts(market)

  test('the robot made for the work stands first in at least nine of ten scenarios, and always in the first five', () => {
    if (!scenarios.ok || !products.ok) throw new Error('the market does not import')
    const world = worldOf({ scenarios: scenarios.items, products: products.items }, ontologyConcepts)
    const wanted = new Map<string, string>(
      market.scenarios.map((each: { id: string; want: string }) => [each.id, each.want]),
    )
    const metrics = metricsOf(
      scenarios.items.map(scenario => ({
        group: scenario.id,
        ranking: orderProducts(world, scenario, products.items),
        used: new Set([wanted.get(scenario.id) ?? '']),
      })),
    )
    expect(metrics['hit@1']).toBeGreaterThanOrEqual(0.9)
    expect(metrics['hit@5']).toBe(1)
  })
})
