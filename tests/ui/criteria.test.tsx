import { describe, expect, test } from 'vitest'
import { matchPair } from '#domain/matching/score.ts'
import { criterionIds, criterionOf } from '#domain/ontology/criteria.ts'
import { ProductDraft } from '#domain/products/product.ts'
import { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import { readForm } from '#http/read-form.ts'
import { DataPage } from '#ui/about/data.tsx'
import { rulerRows } from '#ui/match/ruler-rows.ts'
import { speakProduct } from '#ui/products/speak.ts'
import { SpecsTable } from '#ui/products/specs-table.tsx'
import { needParts } from '#ui/scenarios/words.ts'
import { scenario, withSpecs, world } from '../support/matching.ts'
import { render, translate } from '../support/render.tsx'

const form = (...entries: [string, string][]) => {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

describe('a criterion with several options', () => {
  test('comes out of a form as its ticked boxes, one or several', () => {
    const read = readForm(
      form(
        ['requirements[0].criterion', 'localisation'],
        ['requirements[0].value', 'visual'],
        ['requirements[0].value', 'lidar'],
        ['requirements[1].criterion', 'languages'],
        ['requirements[1].value', 'yue'],
      ),
      ScenarioDraft,
    )
    expect(read.status === 'success' && read.value.requirements).toEqual([
      { criterion: 'localisation', value: ['lidar', 'visual'] },
      { criterion: 'languages', value: ['yue'] },
    ])
  })

  test('is a fact of a product, and undisclosed where no box is ticked', () => {
    const read = readForm(
      form(
        ['name', '示例机器人'],
        ['specs.network.value', 'wifi'],
        ['specs.network.value', 'offline'],
        ['specs.network.grade', 'B'],
        ['specs.languages.grade', 'C'],
      ),
      ProductDraft,
    )
    expect(read.status === 'success' && read.value.specs).toEqual({
      network: { value: ['wifi', 'offline'], grade: 'B' },
    })
  })

  test.each([
    [['lidar', 'visual'], 'T', 1, { kind: 'yes' }],
    [['lidar'], 'F', 0.025, { kind: 'short', ratio: 0 }],
    [undefined, 'U', 0.5, { kind: 'unknown' }],
  ] as const)('has %j: %s on the ruler', (have, state, g, track) => {
    const asked = {
      ...scenario,
      requirements: [{ criterion: 'localisation', necessity: 'must', value: ['lidar', 'visual'] }] as const,
    }
    const product = withSpecs(have ? { localisation: { value: have, grade: 'C' } } : {})
    const match = matchPair(world, asked, product)
    const row = match.demandRows.find(each => each.subject === 'localisation')
    expect(row).toMatchObject({ state, g })
    const [line] = rulerRows(translate('zh'), match.demandRows)
    expect(line).toMatchObject({ name: '定位方式', need: '激光、视觉', track, verdict: state })
    expect(line?.have).toBe({ T: '激光、视觉', F: '激光，不满足', U: '待确认' }[state])
  })

  test('stands in the tables as words', () => {
    expect(needParts('languages', ['zh', 'yue'], 'en')).toEqual({ value: 'Mandarin, Cantonese' })
    const content = ProductDraft.parse({ specs: { languages: { value: ['zh'], grade: 'C' } } })
    const { specs } = speakProduct(translate('zh'), {
      content,
      source: 'platform',
      missing: [],
      certificates: [],
    })
    expect(render(<SpecsTable lines={specs.lines} />)).toContain('普通话')
  })
})

test('a heavy need is told in tonnes, with its unit apart', () => {
  expect(needParts('payloadKg', 1200, 'zh')).toEqual({ value: '≥ 1.2', unit: 't' })
  expect(needParts('elevator', true, 'zh')).toEqual({ value: '＝ 是' })
})

test.each(['zh', 'en'] as const)('the definitions list every criterion and taxonomy in %s', locale => {
  const page = render(<DataPage />, locale)
  for (const id of criterionIds) {
    expect(page).toContain(`<code>${id}</code>`)
    expect(page).toContain(criterionOf(id).label[locale].replaceAll('&', '&amp;'))
  }
  for (const text of ['GB/T 39405-2020, 5.5', 'ISO 8373:2021', 'TRL', '187']) expect(page).toContain(text)
  expect(page).not.toMatch(/undefined|\{\w+\}|about\.data/)
})
