import { describe, expect, it } from 'vitest'
import {
  Email,
  isGuessable,
  isMixed,
  isPasswordOver,
  NewPassword,
  Profile,
} from '#domain/accounts/credentials.ts'
import { canDropFactor, canHoldTogether, canTakeOffice } from '#domain/accounts/policy.ts'
import { FactorCode, groupsOfFour, opensOffices, proofOf } from '#domain/accounts/second-factor.ts'

const common = new Set(['password1', 'iloveyou', '12345678', 'qwertyuiop'])
const own = ['zhang.wei@hospital.example.cn', '张伟', '北京示例医院', 'zhang', 'wei', 'hospital', 'example']

describe('a new password', () => {
  it.each([
    ['七个字的密码啊', false],
    ['八个字的密码啊啊', true],
    ['        ', true],
    ['🔑'.repeat(8), true],
    ['ñ'.repeat(128), true],
    ['x'.repeat(129), false],
    ['x'.repeat(64), true],
  ])('%s has a length that is taken: %s', (password, taken) => {
    expect(NewPassword.safeParse(password).success).toBe(taken)
  })

  it.each([
    ['PassWord1', 'a common one, in other letters'],
    ['ｐａｓｓｗｏｒｄ１', 'a common one, in full width'],
    ['机器人12345678', 'the platform and a common one'],
    ['北京机器人2026!', 'the city, the platform and a year'],
    ['robot-beijing-99', 'the same in Latin letters'],
    ['zhangwei2026', 'the person’s own name and a year'],
    ['北京示例医院2026', 'the organisation and a year'],
    ['aaaaaaaaaa', 'one letter'],
    ['abcdefghij', 'a run'],
    ['987654321', 'a run down'],
    ['Zhang.Wei@hospital.example.cn', 'the address'],
  ])('%s is guessed: %s', password => {
    expect(isGuessable(password, { common, own })).toBe(true)
  })

  it.each([
    '窗外有三棵老槐树',
    'correct horse battery staple',
    'robot likes old locust trees',
    'k7#mQ2!vLx',
    'abcdabcd9x',
  ])('%s is not', password => expect(isGuessable(password, { common, own })).toBe(false))
})

describe('where passwords have a maximum age', () => {
  it.each([
    ['longpassword', false],
    ['Longpassword', false],
    ['Longpassw0rd', true],
    ['long-passw0rd', true],
    ['窗外有三棵老槐树', false],
    ['窗外有3棵老槐树', false],
    ['窗外有3棵老槐树a', true],
    ['ＬｏｎｇＰａｓｓ９', true],
  ])('%s is mixed: %s', (password, mixed) => expect(isMixed(password)).toBe(mixed))

  it('is over a moment after its last day, and never without one', () => {
    const setAt = new Date('2026-01-01T00:00:00Z')
    const last = new Date('2026-04-01T00:00:00Z')
    const next = new Date(last.getTime() + 1)
    expect(isPasswordOver(setAt, { now: last, maxAgeDays: 90 })).toBe(false)
    expect(isPasswordOver(setAt, { now: next, maxAgeDays: 90 })).toBe(true)
    expect(isPasswordOver(setAt, { now: new Date('2099-01-01'), maxAgeDays: undefined })).toBe(false)
  })
})

describe('what a person types', () => {
  it.each([
    [' Zhang@Example.CN ', 'zhang@example.cn'],
    ['a@b', undefined],
    ['a b@c.cn', undefined],
    ['a@b.cn\nBcc: x@y.cn', undefined],
    ['a@b..cn', undefined],
    ['a,b@c.cn', undefined],
  ])('%j as an address', (typed, read) => expect(Email.safeParse(typed).data).toBe(read))

  it.each([
    ['', null],
    ['138 0013 8000', '13800138000'],
    ['+86-10-8888 8888', '+861088888888'],
  ])('%j as a phone', (phone, read) => {
    const profile = Profile.parse({ name: '张伟', phone })
    expect(profile.phone).toBe(read)
    // The form reads it, and the verb once more.
    expect(Profile.parse(profile)).toEqual(profile)
  })

  it.each([
    ['１２３ ４５６', '123456'],
    ['abcd-efgh-ijkl-mnop', 'ABCDEFGHIJKLMNOP'],
    ['12345', undefined],
    ['ABCD-EFGH-IJKL-MN01', undefined],
  ])('%j as a code', (typed, read) => {
    expect(FactorCode.safeParse(typed).data).toBe(read)
  })

  it('is shown in groups', () => expect(groupsOfFour('ABCDEFGHIJKLMNOP')).toBe('ABCD-EFGH-IJKL-MNOP'))
})

describe('who opens what', () => {
  const now = new Date()
  it('asks for the second factor exactly where there is one and it was not proved', () => {
    expect(proofOf({ hasFactor: false, provedAt: null })).toBe('none')
    expect(proofOf({ hasFactor: true, provedAt: null })).toBe('pending')
    expect(proofOf({ hasFactor: true, provedAt: now })).toBe('proved')
  })

  it('opens an office with a proved factor only, but for a demo', () => {
    expect(opensOffices({ proof: 'none', demo: false })).toBe(false)
    expect(opensOffices({ proof: 'pending', demo: false })).toBe(false)
    expect(opensOffices({ proof: 'proved', demo: false })).toBe(true)
    expect(opensOffices({ proof: 'none', demo: true })).toBe(true)
  })

  it('keeps an officer’s last factor, the last administrator, and duties apart', () => {
    expect(canDropFactor({ hasOffice: true, factors: 1 }).ok).toBe(false)
    expect(canDropFactor({ hasOffice: true, factors: 2 }).ok).toBe(true)
    expect(canDropFactor({ hasOffice: false, factors: 1 }).ok).toBe(true)
    expect(canTakeOffice('administrator', { administrators: 1 }).ok).toBe(false)
    expect(canTakeOffice('handler', { administrators: 1 }).ok).toBe(true)
    expect(canHoldTogether(['handler', 'approver']).ok).toBe(true)
    for (const apart of ['administrator', 'auditor'] as const) {
      expect(canHoldTogether([apart]).ok).toBe(true)
      expect(canHoldTogether([apart, 'handler']).ok).toBe(false)
    }
  })
})
