import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { canBid } from '#domain/bids/policy.ts'
import { hasValidRegistration, standingOfDocument } from '#domain/organizations/documents.ts'
import { industries, industryIds } from '#domain/organizations/industries.ts'
import {
  checkOrganization,
  columnsOfOrganization,
  organizationFields,
} from '#domain/organizations/organization.ts'
import { canAccept, leavesAnOwner, maskedEmail } from '#domain/organizations/people.ts'
import { canActAs, canDraftAs, canSubmitAs, canWorkAs, isIndependent } from '#domain/organizations/policy.ts'
import type { OrganizationFacts, RequestFacts } from '#domain/organizations/standing.ts'
import { askable, changesIdentity, verificationVerdicts } from '#domain/organizations/standing.ts'
import { canReport, canSign } from '#domain/pilots/policy.ts'
import { canEditClaim, canSubmitClaim } from '#domain/rewards/policy.ts'
import { canEditScenario, canOpenBids, canSubmitScenario } from '#domain/scenarios/policy.ts'
import type { Membership, Person } from '#domain/shared/actor.ts'
import { day } from '#domain/shared/dates.ts'
import type { AccountId, ClaimId, OrganizationId, ScenarioId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Duty, OfficerRole } from '#domain/vocabulary.ts'
import { capabilityIds, dutyIds } from '#domain/vocabulary.ts'

const own = brand<OrganizationId>('0190a000-0000-7000-8000-000000000001')
const other = brand<OrganizationId>('0190a000-0000-7000-8000-000000000002')
const [ann, bob] = ['a', 'b'].map(each => brand<AccountId>(each)) as [AccountId, AccountId]

const membership = (over: Partial<Membership> = {}): Membership => ({
  ...{ organizationId: own, role: 'editor', name: '单位', status: 'verified', source: 'platform' },
  ...{ capabilities: capabilityIds, duties: dutyIds, relatedTo: [], ...over },
})
const member = (over: Partial<Membership> = {}): Person => person({ memberships: [membership(over)] })
const officer = (role: OfficerRole, accountId = ann) =>
  person({ accountId, offices: [{ role, district: null }] })
const person = (over: Partial<Person> = {}): Person => ({
  ...{ kind: 'person', accountId: ann, name: '人', memberships: [], offices: [], recused: [], assigned: [] },
  ...over,
})
const reasonOf = (verdict: { ok: boolean; reason?: string }) => (verdict.ok ? 'ok' : verdict.reason)

const Form = z.object(organizationFields).check(checkOrganization)
const typed = {
  uscc: '91110000802100433B',
  name: '北京示例机器人有限公司',
  type: 'enterprise',
  industry: 'C34',
  district: '110108',
  legalRepresentative: '张示例',
}
const faults = (form: object) => {
  const { success, error } = Form.safeParse({ ...typed, ...form })
  return success ? [] : error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('the basic facts', () => {
  it.each([
    ['as printed', '91110000802100433B'],
    ['full-width and lower case', '９１１１００００８０２１００４３３ｂ'],
    ['with spaces', ' 9111 0000 8021 00433B '],
  ])('takes a conforming code %s', (_, uscc) => {
    expect(columnsOfOrganization(Form.parse({ ...typed, uscc })).uscc).toBe('91110000802100433B')
  })

  it('refuses every one-digit typo of a conforming code at its field, and says what it should be', () => {
    const code = typed.uscc
    for (let place = 0; place < 18; place++) {
      const wrong = code[place] === '1' ? '2' : '1'
      const [fault] = faults({ uscc: code.slice(0, place) + wrong + code.slice(place + 1) })
      expect(fault).toMatch(/^uscc: uscc\.checkDigit\|expected=/)
    }
  })

  it('passes a real code that does not conform only with an explanation', () => {
    const uscc = '91350100M0001TGQXM'
    expect(faults({ uscc })[0]).toMatch(/^uscc: uscc\.checkDigit/)
    expect(faults({ uscc, usccAsPrinted: 'on' })).toEqual(['usccNote: organization.usccNoteMissing'])
    const row = columnsOfOrganization(
      Form.parse({ ...typed, uscc, usccAsPrinted: 'on', usccNote: '证照上就是这样' }),
    )
    expect(row).toMatchObject({ uscc, usccNote: '证照上就是这样' })
    // The lane is for codes of the right length and letters; a note on a good code is dropped.
    expect(faults({ uscc: '9135010', usccAsPrinted: 'on', usccNote: '证照如此' })[0]).toMatch(/uscc\.length/)
    expect(faults({ uscc: '中'.repeat(18), usccAsPrinted: 'on', usccNote: '证照如此' })[0]).toMatch(
      /alphabet/,
    )
    expect(columnsOfOrganization(Form.parse({ ...typed, usccNote: '多余的说明' })).usccNote).toBeNull()
  })

  it('wants a place, and of a district and a region keeps the district', () => {
    expect(faults({ district: '' })).toEqual(['district: organization.placeMissing'])
    const outside = columnsOfOrganization(Form.parse({ ...typed, district: '', region: '河北省廊坊市' }))
    expect(outside).toMatchObject({ district: null, region: '河北省廊坊市' })
    expect(columnsOfOrganization(Form.parse({ ...typed, region: '河北省' })).region).toBeNull()
  })

  it('knows the 97 divisions of GB/T 4754 in both languages', () => {
    expect(industryIds).toHaveLength(97)
    expect(industries.Q84).toEqual({ zh: '卫生', en: 'Health' })
    expect(industryIds.map(each => Number(each.slice(1)))).toEqual(industryIds.map((_, i) => i + 1))
  })

  it('sees a change of who it is, and not one of where it sits', () => {
    const before = { name: '甲', uscc: 'U', legalRepresentative: '张' }
    expect(changesIdentity(before, { ...before })).toBe(false)
    for (const field of ['name', 'uscc', 'legalRepresentative'] as const)
      expect(changesIdentity(before, { ...before, [field]: '乙' })).toBe(true)
  })
})

describe('documents', () => {
  it.each([
    [null, 'valid'],
    ['2026-11-23', 'expired'],
    ['2026-11-24', 'expiring'],
    ['2026-12-24', 'expiring'],
    ['2026-12-25', 'valid'],
  ])('until %s is %s', (until, standing) => {
    expect(standingOfDocument(until, day('2026-11-24'))).toBe(standing)
  })

  it('takes one registration document in date, whatever else has run out', () => {
    const old = { kind: 'registration' as const, validUntil: '2020-01-01' }
    const today = day('2026-11-24')
    expect(hasValidRegistration([old], today)).toBe(false)
    expect(hasValidRegistration([old, { ...old, validUntil: null }], today)).toBe(true)
    expect(hasValidRegistration([{ kind: 'other', validUntil: null }], today)).toBe(false)
  })
})

describe('acting in its name', () => {
  const scenario = {
    id: brand<ScenarioId>('s'),
    status: 'draft' as const,
    organizationId: own,
    source: 'platform' as const,
    district: null,
  }
  const pilot = {
    status: 'running' as const,
    demandOrganizationId: other,
    supplyOrganizationId: own,
    district: '110106',
  }
  const claim = { id: brand<ClaimId>('k'), status: 'draft' as const, organizationId: own }
  const only = (...duties: Duty[]) => member({ duties })

  it.each([
    [
      'draft',
      ['ok', 'organization.noPublishDuty', 'organization.noPublishDuty', 'ok', 'organization.noSignDuty'],
    ],
    [
      'publish',
      ['organization.noDraftDuty', 'ok', 'ok', 'organization.noDraftDuty', 'organization.noSignDuty'],
    ],
    [
      'sign',
      [
        'organization.noDraftDuty',
        'organization.noPublishDuty',
        'organization.noPublishDuty',
        'organization.noDraftDuty',
        'ok',
      ],
    ],
  ] as const)('a department that may %s does that and nothing else', (duty, expected) => {
    const actor = only(duty)
    const signing = { ...pilot, status: 'acceptanceRequested' as const }
    expect([
      reasonOf(canEditScenario(actor, scenario)),
      reasonOf(canSubmitScenario(actor, scenario)),
      reasonOf(canOpenBids(actor, { ...scenario, status: 'published' })),
      reasonOf(canEditClaim(actor, claim)),
      reasonOf(canSubmitClaim(actor, claim)),
    ]).toEqual(expected)
    expect(canSign(actor, signing, 'supply').ok).toBe(duty === 'sign')
    expect(canReport(actor, pilot).ok).toBe(duty === 'draft')
  })

  it('lets a suspended or lapsed organisation draft, report and sign, and start nothing new', () => {
    const signing = { ...pilot, status: 'acceptanceRequested' as const }
    for (const over of [
      { status: 'suspended' as const, capabilities: [] },
      { lapsedOn: day('2026-01-01') },
      { status: 'registered' as const, capabilities: [] },
    ]) {
      const actor = member(over)
      expect(canDraftAs(membership(over)).ok).toBe(true)
      expect(canReport(actor, pilot).ok).toBe(true)
      expect(canSign(actor, signing, 'supply').ok).toBe(true)
      expect(canSubmitScenario(actor, scenario).ok).toBe(false)
      const call = {
        id: brand<ScenarioId>('c'),
        status: 'published' as const,
        organizationId: other,
        source: 'platform' as const,
        district: null,
      }
      expect(canBid(actor, call, membership(over)).ok).toBe(false)
    }
    expect(canSubmitAs(membership({ lapsedOn: day('2026-01-01') }), 'bid')).toMatchObject({
      reason: 'organization.documentLapsed',
      detail: { day: '2026-01-01' },
    })
    // Opening and choosing are owed to those who have bid already.
    expect(canActAs(membership({ lapsedOn: day('2026-01-01') }), 'publishScenarios').ok).toBe(true)
  })

  it('asks of a viewer and of a stranger nothing more', () => {
    expect(canWorkAs(membership({ role: 'viewer' }), 'draft')).toMatchObject({
      reason: 'organization.viewerOnly',
    })
    expect(canWorkAs(null, 'draft')).toMatchObject({ reason: 'organization.notMember' })
  })

  it('lets no demand side choose itself or whom it is linked to', () => {
    expect(reasonOf(isIndependent(own, own, []))).toBe('bid.ownScenario')
    expect(reasonOf(isIndependent(own, other, [other]))).toBe('bid.relatedOrganization')
    expect(reasonOf(isIndependent(own, other, []))).toBe('ok')
  })
})

describe('the verification', () => {
  const organization: OrganizationFacts = {
    ...{ id: own, status: 'registered', source: 'platform', district: null, uscc: 'U' },
    ...{ type: 'enterprise', industry: 'C34', legalRepresentative: '张', capabilities: [] },
  }
  const request = (over: Partial<RequestFacts> = {}): RequestFacts => ({
    ...{ capability: 'bid', status: 'asked', endorsedBy: null, ...over },
  })
  const verdicts = (actor: Person, over: Partial<RequestFacts> = {}) => {
    const answers = verificationVerdicts(actor, organization, request(over))
    return Object.fromEntries(Object.entries(answers).map(([deed, verdict]) => [deed, reasonOf(verdict)]))
  }

  it('is the handler’s alone where no money follows', () => {
    expect(verdicts(officer('handler'))).toMatchObject({
      ...{ grant: 'ok', refuse: 'ok', endorse: 'organization.oneOfficer' },
    })
    expect(verdicts(officer('approver'))).toMatchObject({ grant: 'officer.handlerOnly' })
    expect(verdicts(officer('auditor'))).toMatchObject({
      refuse: 'officer.handlerOnly',
      revoke: 'officer.only',
    })
  })

  it('takes two different officers for the reward', () => {
    const reward = { capability: 'receiveReward' as const }
    expect(verdicts(officer('handler'), reward)).toMatchObject({
      endorse: 'ok',
      grant: 'officer.approverOnly',
    })
    expect(verdicts(officer('approver'), reward)).toMatchObject({ grant: 'organization.requestSettled' })
    const endorsed = { ...reward, status: 'endorsed' as const, endorsedBy: bob }
    expect(verdicts(officer('approver'), endorsed)).toMatchObject({ grant: 'ok', refuse: 'ok' })
    expect(verdicts(officer('approver', bob), endorsed)).toMatchObject({ grant: 'officer.fourEyes' })
    expect(verdicts(officer('handler'), endorsed)).toMatchObject({ refuse: 'officer.approverOnly' })
  })

  it('is nobody’s who belongs to it or has stood back from it', () => {
    const inside = { ...member(), offices: [{ role: 'handler' as const, district: null }] }
    expect(verdicts(inside).grant).toBe('officer.ownOrganization')
    expect(verdicts({ ...officer('handler'), recused: [own] }).grant).toBe('officer.recused')
  })

  it('offers what is neither held nor asked for', () => {
    const held = { ...organization, capabilities: ['bid' as const] }
    expect(askable(held, [request({ capability: 'publishProducts' })])).toEqual([
      ...['publishScenarios', 'receiveReward'],
    ])
    expect(askable(held, [request({ capability: 'publishProducts', status: 'refused' })])).toContain(
      'publishProducts',
    )
  })
})

describe('people', () => {
  const people = [
    { accountId: ann, role: 'owner' as const },
    { accountId: bob, role: 'editor' as const },
  ]

  it.each([
    [ann, null, 'organization.lastOwner'],
    [ann, 'editor', 'organization.lastOwner'],
    [ann, 'owner', 'ok'],
    [bob, null, 'ok'],
    [brand<AccountId>('x'), null, 'organization.memberUnknown'],
  ] as const)('keeps an owner when %s becomes %s: %s', (accountId, role, expected) => {
    expect(reasonOf(leavesAnOwner(people, accountId, role))).toBe(expected)
  })

  it('opens an invitation for its own address, until the last moment and once', () => {
    const now = new Date('2026-11-24T08:00:00Z')
    const open = {
      email: 'Li@Example.cn',
      expiresAt: new Date(now.getTime() + 1),
      acceptedAt: null,
      revokedAt: null,
    }
    expect(reasonOf(canAccept(open, 'li@example.cn', now))).toBe('ok')
    expect(reasonOf(canAccept(open, 'wang@example.cn', now))).toBe('invitation.otherAddress')
    expect(reasonOf(canAccept(open, null, now))).toBe('account.signInFirst')
    expect(reasonOf(canAccept({ ...open, expiresAt: now }, 'li@example.cn', now))).toBe('invitation.expired')
    expect(reasonOf(canAccept({ ...open, revokedAt: now }, 'li@example.cn', now))).toBe('invitation.revoked')
    expect(reasonOf(canAccept({ ...open, acceptedAt: now }, 'li@example.cn', now))).toBe(
      'invitation.accepted',
    )
  })

  it.each([
    ['hospital@demo.example', 'ho•••@demo.example'],
    ['li@a.cn', 'l•••@a.cn'],
    ['@a.cn', '•••'],
    ['', '•••'],
  ])('masks %s as %s', (email, masked) => expect(maskedEmail(email)).toBe(masked))
})
