import { dictionary } from '@zxcvbn-ts/language-common'
import { describe, expect, test } from 'vitest'
import { NewPassword, TypedPassword } from '#domain/accounts/credentials.ts'
import { hashNewPassword } from '#services/accounts/new-password.ts'
import { hashPassword, verifyPassword } from '#services/accounts/password.ts'

// S16, by the rows of ASVS 5.0 6.2; what pages do about passwords is in tests/http/attacks.test.ts, and that none
// has to be changed by the calendar in tests/services/credentials.test.ts.

const own = ['zhang.wei@hospital.example.cn', '张伟']

describe('ASVS 6.2', () => {
  test('6.2.4, 6.2.12: none of the three thousand most common ones is taken, in any letters', async () => {
    const common = dictionary['passwords-common'].slice(0, 3000)
    expect(common).toHaveLength(3000)
    const taken: string[] = []
    for (const each of common)
      for (const shape of [each, each.toUpperCase(), each.replace(/[!-~]/g, fullWidth)])
        await hashNewPassword(shape, own).then(
          () => taken.push(shape),
          error => expect(error).toMatchObject({ reason: 'account.guessable', path: 'password' }),
        )
    expect(taken).toEqual([])
  })

  test('6.2.11: nor what is little more than the platform, the city or one’s own words', async () => {
    for (const each of ['机器人机器人2026', 'beijing-robot-1', '张伟张伟张伟1234', 'hospital2026!'])
      await expect(hashNewPassword(each, own)).rejects.toMatchObject({ reason: 'account.guessable' })
  })

  test('6.2.1, 6.2.9: eight characters are enough, 64 and 128 are taken, of any script', () => {
    for (const char of ['x', 'ñ', '密', '🔑', 'ع'])
      expect([7, 8, 64, 128, 129].map(n => NewPassword.safeParse(char.repeat(n)).success)).toEqual([
        false,
        true,
        true,
        true,
        false,
      ])
  })

  test('6.2.5: no kind of character is asked for', () => {
    for (const each of ['aaabbbcc', '密码很长很长很长', '91827364', '        '])
      expect(NewPassword.safeParse(each).success).toBe(true)
  })

  test('6.2.8: it counts exactly as it was typed, to the last of its characters', async () => {
    const long = '密'.repeat(127)
    const stored = await hashPassword(`${long}a`)
    expect(await verifyPassword(stored, `${long}a`)).toBe(true)
    for (const other of [`${long}b`, long, `${long}A`])
      expect(await verifyPassword(stored, other)).toBe(false)
    const spaced = await hashPassword('  Blank Ends  ')
    expect(TypedPassword.parse('  Blank Ends  ')).toBe('  Blank Ends  ')
    expect(await verifyPassword(spaced, '  Blank Ends  ')).toBe(true)
    for (const other of ['Blank Ends', '  blank ends  '])
      expect(await verifyPassword(spaced, other)).toBe(false)
  })
})

const fullWidth = (char: string) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0)
