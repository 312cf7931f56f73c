import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { Certificate, dueReminder, standingOfCertificate } from '#domain/products/certificates.ts'
import { Deployment } from '#domain/products/deployments.ts'
import { addDays, day } from '#domain/shared/dates.ts'

const today = day('2026-06-01')

describe('the state of a certificate', () => {
  test.each([
    [null, 'valid'],
    [addDays(today, 61), 'valid'],
    [addDays(today, 60), 'expiring'],
    [today, 'expiring'],
    [addDays(today, -1), 'expired'],
  ] as const)('until %s is %s', (until, standing) => {
    expect(standingOfCertificate(until, today)).toBe(standing)
  })

  test.each([
    [61, null, null],
    [60, null, 60],
    [60, 60, null],
    [14, 60, 14],
    [14, null, 14],
    [14, 14, null],
    [0, 60, 14],
    [-1, null, null],
  ])('%i days ahead, told at %s, is due at %s', (ahead, told, due) => {
    expect(dueReminder(addDays(today, ahead), told, today)).toBe(due)
  })

  it('is told of at most once at each threshold, whichever days the job runs', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 90 }), { maxLength: 20 }), days => {
        let told: number | null = null
        const sent: number[] = []
        for (const ahead of days.toSorted((a, b) => b - a)) {
          const due = dueReminder(addDays(today, ahead), told, today)
          if (due !== null) {
            sent.push(due)
            told = due
          }
        }
        expect(new Set(sent).size).toBe(sent.length)
        if (days.some(ahead => ahead >= 0 && ahead <= 14)) expect(sent).toContain(14)
      }),
    )
  })

  it('does not run out before it was issued', () => {
    const form = { kind: 'cr', number: 'CR-1', issuer: '示例认证中心', issuedOn: '2026-01-02' }
    expect(Certificate.safeParse({ ...form, validUntil: '2026-01-01' }).success).toBe(false)
    expect(Certificate.safeParse({ ...form, validUntil: '2026-01-02' }).success).toBe(true)
  })
})

test.each(['file:///etc/passwd', 'javascript:alert(1)', 'https://a b', 'ftp://example.com', '//example.com'])(
  'a deployment’s evidence is not %s',
  evidenceUrl => {
    const form = { place: '某医院', region: '北京', since: '2025-01-01', task: '配送', inUse: 'yes' }
    expect(Deployment.safeParse({ ...form, evidenceUrl }).success).toBe(false)
    expect(Deployment.safeParse({ ...form, evidenceUrl: 'https://example.com/a' }).success).toBe(true)
  },
)
