import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classification } from '#domain/ontology/classification.ts'
import { robotCategoryIds, taskIds } from '#domain/ontology/tasks.ts'
import { type RiskPack, riskPackFor } from '#domain/risk/pack.ts'
import { protocols } from '#domain/risk/protocols.ts'
import { pilotSpaceIds, pilotSpaces, type RiskSubject } from '#domain/risk/risk-item.ts'
import { dataChecks, ethicsChecks, exitTerms, insurance, siteChecks } from '#domain/risk/terms.ts'
import { domainIds } from '#domain/vocabulary.ts'

const cell: RiskSubject = {
  categories: ['cobot'],
  tasks: ['machineTending'],
  domain: 'manufacturing',
  space: 'staff',
}
const delivery: RiskSubject = {
  categories: ['hospitalDelivery'],
  tasks: ['hospitalDelivery'],
  domain: 'healthcare',
  space: 'ward',
}
const surgery: RiskSubject = {
  ...delivery,
  categories: ['laparoscopicRobot'],
  tasks: ['laparoscopicSurgery'],
}
const forklift: RiskSubject = {
  categories: ['forklift'],
  tasks: ['palletTransport'],
  domain: 'logistics',
  space: 'staff',
}
const mine: RiskSubject = {
  categories: ['explosionProofInspector'],
  tasks: ['plantInspection'],
  domain: 'energy',
  space: 'explosive',
}
const drone: RiskSubject = {
  categories: ['drone'],
  tasks: ['airDelivery'],
  domain: 'logistics',
  space: 'public',
}
const guide: RiskSubject = {
  ...drone,
  categories: ['receptionRobot'],
  tasks: ['reception'],
  domain: 'education',
}

/** `+` has to be in the pack, `-` must not be. */
const table: [name: string, subject: RiskSubject, list: keyof RiskPack, ...ids: string[]][] = [
  [
    'cobot beside staff',
    cell,
    'protocols',
    '+industrialRobot',
    '+industrialCell',
    '+collaboration',
    '-personalCare',
  ],
  ['fenced cell', { ...cell, space: 'fenced' }, 'protocols', '+industrialCell', '-collaboration'],
  [
    'delivery on a ward',
    delivery,
    'protocols',
    '+personalCare',
    '+wheels',
    '-medicalElectrical',
    '-industrialRobot',
  ],
  ['delivery on a ward', delivery, 'site', '+lift', '+infection', '-roadPermit', '-airspace'],
  ['delivery on a ward', delivery, 'ethics', '+committee', '+consent', '-registration', '-minors'],
  ['delivery on a ward', delivery, 'data', '+patient', '+faces', '+impact', '-surveying'],
  [
    'surgery',
    surgery,
    'protocols',
    '+medicalElectrical',
    '+medicalRisk',
    '+surgical',
    '-personalCare',
    '-rehabilitation',
  ],
  ['surgery', surgery, 'ethics', '+registration', '+committee'],
  ['surgery', surgery, 'insurance', '+trial', '-road'],
  ['forklift', forklift, 'protocols', '+driverlessTrucks', '-industrialRobot', '-serviceMechanics'],
  ['explosive plant', mine, 'protocols', '+explosion', '+ingress', '-collaboration'],
  ['drone', drone, 'site', '+airspace', '-infection'],
  ['drone', drone, 'protocols', '-wheels', '-driverlessTrucks'],
  ['school guide', guide, 'ethics', '+minors', '-consent'],
]

describe('a risk pack', () => {
  test.each(table)('%s: %s', (_, subject, list, ...ids) => {
    const got: readonly string[] = riskPackFor(subject)[list]
    for (const id of ids) expect([id, got.includes(id.slice(1))]).toEqual([id, id.startsWith('+')])
  })

  test('never lacks the assessment, a liability cover, a stop and a way out', () => {
    fc.assert(
      fc.property(
        fc.record({
          categories: fc.uniqueArray(fc.constantFrom(...robotCategoryIds), { minLength: 1, maxLength: 3 }),
          tasks: fc.uniqueArray(fc.constantFrom(...taskIds), { maxLength: 3 }),
          domain: fc.constantFrom(...domainIds),
          space: fc.constantFrom(...pilotSpaceIds),
        }),
        fc.constantFrom(...robotCategoryIds),
        (subject, another) => {
          const pack = riskPackFor(subject)
          expect(pack.protocols).toContain('riskAssessment')
          expect(pack.insurance).toContain('liability')
          expect(pack.site).toContain('stop')
          expect(pack.exit).toContain('removal')
          const kinds = subject.categories.map(category => classification[category].kind)
          expect(pack.protocols.includes('medicalRisk')).toBe(kinds.includes('medical'))
          // Another robot at the site adds checks and takes none away.
          const both = riskPackFor({ ...subject, categories: [...subject.categories, another] })
          for (const [list, ids] of Object.entries(pack))
            expect(Reflect.get(both, list)).toEqual(expect.arrayContaining(ids))
        },
      ),
    )
  })

  test('every item is said in both languages, can be reached, and names what is there', () => {
    const reached = new Set<string>()
    for (const category of robotCategoryIds)
      for (const space of pilotSpaceIds)
        for (const domain of domainIds) {
          const pack = riskPackFor({ categories: [category], tasks: taskIds, domain, space })
          for (const [list, ids] of Object.entries(pack)) for (const id of ids) reached.add(`${list}.${id}`)
        }
    const all = {
      protocols,
      insurance,
      site: siteChecks,
      data: dataChecks,
      ethics: ethicsChecks,
      exit: exitTerms,
    }
    for (const [list, items] of Object.entries(all))
      for (const [id, item] of Object.entries(items)) {
        expect(reached).toContain(`${list}.${id}`)
        for (const text of [item.text.zh, item.text.en]) expect(text).not.toBe('')
      }
    for (const { zh, en } of Object.values(pilotSpaces))
      for (const text of [zh, en]) expect(text).not.toBe('')
  })

  test('every protocol names a standard with its year', () => {
    for (const { standard } of Object.values(protocols))
      expect(standard).toMatch(/^(ISO|IEC|GB\/T|GB) [\d.-]+([-:]\d{4})?/)
  })
})
