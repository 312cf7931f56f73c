import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const scenario = {
  id: 's1',
  title_zh: '传染病医院药品与污物运输小车',
  title_en: null,
  domain: '智慧医疗',
  user_org: '某某医院',
  region: '北京朝阳',
  description: '需要能控制走廊门和电梯的小车运送药品。',
  requirements: {
    payload_kg: [30, 100],
    elevator: true,
    budget_cny: 500_000,
    units: 4,
    form: '轮式',
    slope: true,
    moods: 3,
    stairs: false,
  },
  dup_group: null,
}
const product = {
  id: 'p1',
  name: '示例',
  vendor: null,
  vendor_region: '中国北京',
  category: '医院配送机器人',
  description: '可乘电梯的院内运输机器人，非防爆，不能爬楼梯。',
  specs: {
    payload_kg: 120,
    max_speed_mps: null,
    battery_h: [6, 12],
    height_m: 1.25,
    ip: 'IP54',
    payload: 'x',
    reach_mm: -5,
  },
  domains: ['智慧医疗', '未知领域'],
}

describe('npm run match', { timeout: 60_000 }, () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'match-'))
    const other = {
      ...product,
      id: 'p2',
      category: '焊接机器人',
      description: '厚板弧焊',
      specs: {},
      domains: ['智能制造'],
    }
    const weak = { ...product, id: 'p3', specs: { payload_kg: 20 } }
    writeFileSync(join(folder, 's.json'), JSON.stringify([scenario]))
    writeFileSync(join(folder, 'p.json'), JSON.stringify([product, other, weak]))
    const pair = {
      scenario_id: 's1',
      product_id: 'p1',
      match_level: 'product',
      benchmark_ok: true,
      product_text_independent: 'yes',
    }
    writeFileSync(join(folder, 'd.json'), JSON.stringify([pair, { ...pair, scenario_id: 'gone' }]))
    writeFileSync(join(folder, 'bad.json'), '{"scenarios": [{"id": ""}]')
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'scripts/match.ts', ...args],
      {
        encoding: 'utf8',
      },
    )
    return { status, lines: stdout.split('\n').filter(Boolean), stderr }
  }

  test('prints one line a scenario and the summary last', () => {
    const file = (name: string) => join(folder, name)
    const { status, lines } = run(
      '--scenarios',
      file('s.json'),
      '--products',
      file('p.json'),
      '--pairs',
      file('d.json'),
      '--limit',
      '1',
    )
    expect(status).toBe(0)
    const [line, summary] = lines.map(text => JSON.parse(text))
    expect(lines).toHaveLength(2)
    expect(line).toMatchObject({
      scenarioId: 's1',
      hits: [{ productId: 'p1' }],
      nearMisses: [{ productId: 'p3', gap: { criterion: 'payloadKg', have: 20 } }],
    })
    expect(line.hits[0].reasons[0]).toHaveProperty('haveField')
    expect(summary.summary).toMatchObject({
      n: 1,
      'hit@1': 1,
      mrr: 1,
      byTextIndependence: { yes: { n: 1 }, no: { n: 0 } },
    })
  })

  test('--schema prints the JSON Schema of its inputs', () => {
    const { status, lines } = run('--schema')
    expect(status).toBe(0)
    expect(Object.keys(JSON.parse(lines.join('\n')))).toEqual(['scenarios', 'products', 'pairs'])
  })

  test.each([
    [[], /--scenarios and --products are needed/],
    [['--wrong'], /--wrong/],
    [['--scenarios', 's.json', '--products', 'nowhere.json'], /nowhere\.json cannot be read/],
    [['--scenarios', 'bad.json', '--products', 'p.json'], /bad\.json cannot be read as JSON/],
    [['--scenarios', 's.json', '--products', 's.json', '--limit', '0'], /--limit must be a whole number/],
  ])('%j says what is wrong and exits with 2', (args, message) => {
    const { status, lines, stderr } = run(
      ...args.map(arg => (arg.endsWith('.json') ? join(folder, arg) : arg)),
    )
    expect(status).toBe(2)
    expect(lines).toEqual([])
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})
