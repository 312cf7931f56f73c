import { describe, expect, test } from 'vitest'
import { axes, robotKinds } from '#domain/ontology/axes.ts'
import { robotCategoryIds } from '#domain/ontology/categories.ts'
import { classification } from '#domain/ontology/classification.ts'
import { criteria, criterionIds, criterionOf } from '#domain/ontology/criteria.ts'
import { criterionHelp } from '#domain/ontology/criterion-help.ts'
import { nationalDomains } from '#domain/ontology/national-domains.ts'
import { processIds, processOf } from '#domain/ontology/processes.ts'
import { decidingFor, processesOf, requirementsFor } from '#domain/ontology/questions.ts'
import { readinessLevels } from '#domain/ontology/readiness-levels.ts'
import { taskIds, tasks } from '#domain/ontology/task-table.ts'
import { decidingEnough } from '#domain/scenarios/completeness-weights.ts'
import { domainIds, domains, maturityIds } from '#domain/vocabulary.ts'

describe('domains', () => {
  test('the ten, five for the economy and five for livelihood, are the platform’s own but 其他', () => {
    const ten = Object.entries(nationalDomains).sort(([, a], [, b]) => a.number - b.number)
    expect(ten.map(([, { number }]) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(ten.map(([, { part }]) => part)).toEqual([
      ...Array(5).fill('economy'),
      ...Array(5).fill('livelihood'),
    ])
    expect(new Set([...ten.map(([id]) => id), 'other'])).toEqual(new Set(domainIds))
  })

  test('Beijing names eight, by the names that the platform uses', () => {
    const named = Object.entries(nationalDomains).filter(([, { beijing }]) => beijing !== null)
    expect(named.map(([, { beijing }]) => beijing?.zh).sort()).toEqual(
      ['智能制造', '智慧农业', '智能建造', '智慧医疗', '智慧物流', '智慧养老', '智慧商业', '智慧应急'].sort(),
    )
    for (const [id, { beijing }] of named) expect(domains[id as keyof typeof domains]).toEqual(beijing)
  })
})

describe('processes', () => {
  test.each(taskIds)('%s is part of a process of its own domain', task => {
    const own = processesOf(task)
    expect(own.length).toBeGreaterThan(0)
    expect(own.some(({ domains: within }) => within.includes(tasks[task].domain))).toBe(true)
  })

  test.each(processIds)('%s has tasks, names what is there, and asks enough', id => {
    const { tasks: own, domains: within, decides, label } = processOf(id)
    expect(own.filter(task => !taskIds.includes(task))).toEqual([])
    expect(within.filter(domain => !domainIds.includes(domain))).toEqual([])
    expect(decides.filter(criterion => !criterionIds.includes(criterion))).toEqual([])
    expect(own.length).toBeGreaterThan(0)
    expect(new Set(decides).size).toBe(decides.length)
    expect(decides.length).toBeGreaterThan(decidingEnough)
    for (const text of [label.zh, label.en]) expect(text).not.toBe('')
  })

  test('every domain has a process', () => {
    const covered = new Set(processIds.flatMap(id => processOf(id).domains))
    expect(domainIds.filter(domain => !covered.has(domain))).toEqual([])
  })
})

describe('robots', () => {
  test.each(robotCategoryIds)('%s has its kind and a place on each of the five axes', category => {
    const { kind, ...place } = classification[category]
    expect(Object.keys(robotKinds)).toContain(kind)
    expect(Object.keys(place).sort()).toEqual(Object.keys(axes).sort())
    for (const [axis, value] of Object.entries(place))
      expect(Object.keys(axes[axis as keyof typeof axes].values)).toContain(value)
  })

  test.each([
    ['cobot', 'industrial'],
    ['amr', 'industrial'],
    ['hospitalDelivery', 'service'],
    ['laparoscopicRobot', 'medical'],
    ['rehabRobot', 'medical'],
    ['companionRobot', 'service'],
  ] as const)('%s is %s', (category, kind) => {
    expect(classification[category].kind).toBe(kind)
  })

  test('every value of an axis has both labels', () => {
    for (const { values, label } of Object.values(axes))
      for (const text of [label, ...Object.values(values)]) {
        expect(text.zh).not.toBe('')
        expect(text.en).not.toBe('')
      }
  })
})

describe('readiness', () => {
  test('nine levels in order, and the stages never go back', () => {
    expect(readinessLevels.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    const order = readinessLevels.map(({ stage }) => (stage === null ? -1 : maturityIds.indexOf(stage)))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(new Set(order).size).toBe(4)
  })
})

describe('criteria', () => {
  test('are about fifty, each with help of its own and only tasks and domains that are there', () => {
    expect(criterionIds.length).toBeGreaterThanOrEqual(50)
    expect(Object.keys(criterionHelp).sort()).toEqual(Object.keys(criteria).sort())
    for (const id of criterionIds) {
      const { tasks: own = [], domains: within = [] } = criterionOf(id)
      expect(own.filter(task => !taskIds.includes(task))).toEqual([])
      expect(within.filter(domain => !domainIds.includes(domain))).toEqual([])
    }
  })

  test.each(criterionIds)('%s names a standard by number and year, or none', id => {
    const { standard } = criterionOf(id)
    if (standard !== undefined) expect(standard).toMatch(/^(GB\/T|ISO) [\d.-]+[-:]\d{4}$/)
  })
})

describe('what to ask', () => {
  test.each([
    ['healthcare', ['hospitalDelivery'], ['payloadKg', 'passageWidthMm', 'elevator', 'automaticDoor']],
    ['manufacturing', ['machineTending'], ['payloadKg', 'cycleTimeSeconds', 'reachMm', 'repeatabilityMm']],
    ['energy', ['substationInspection'], ['sensing', 'explosionProof', 'ipCode', 'temperatureC']],
    ['healthcare', ['laparoscopicSurgery'], ['medicalRegistration', 'medicalDeviceClass']],
  ] as const)('%s, %j', (domain, chosen, first) => {
    expect(requirementsFor(domain, chosen).slice(0, first.length)).toEqual(first)
  })

  test('two tasks take turns, and nothing is asked twice', () => {
    const asked = requirementsFor('logistics', ['picking', 'hospitalDelivery'])
    expect(asked.slice(0, 2)).toEqual(['throughputPerHour', 'payloadKg'])
    expect(new Set(asked).size).toBe(asked.length)
  })

  test('without tasks there is still something to ask, and a rare criterion waits for its tasks', () => {
    expect(requirementsFor(undefined, []).length).toBeGreaterThan(4)
    expect(decidingFor([])).toEqual([])
    expect(requirementsFor('healthcare', ['hospitalDelivery'])).not.toContain('latencyMs')
    expect(requirementsFor('healthcare', ['remoteDiagnosis'])).toContain('medicalRegistration')
  })

  test('more tasks never decide less', () => {
    for (const task of taskIds)
      for (const other of taskIds.slice(0, 12))
        expect(new Set(decidingFor([task, other]))).toEqual(
          new Set([...decidingFor([task]), ...decidingFor([other])]),
        )
  })
})
