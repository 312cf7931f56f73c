import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inJingJinJi, provinceOf, regionOf, regions } from '#domain/shared/regions.ts'
import { checkUscc } from '#domain/shared/uscc.ts'

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']

/** A valid code from any first 17 characters, by trying the 31 check characters. */
const codes = fc
  .array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 })
  .map(body => alphabet.map(last => [...body, last].join('')).find(code => checkUscc(code).ok) ?? '')

describe('checkUscc', () => {
  it.each([
    ['12100000400000624D', '12', '清华大学'],
    ['91110000802100433B', '91', '北京百度网讯'],
    ['9144030071526726XG', '91', '腾讯'],
    ['914403001922038216', '91', '华为'],
    ['91110108100000040N', '91', 'inner check 11, written 0'],
    ['91110302562134916R', '91', 'registered in the Beijing E-Town, 110302'],
  ])('%s is valid, kind %s: %s', (code, kind) => {
    expect(checkUscc(code)).toEqual({ ok: true, code, kind, warnings: [] })
  })

  it('takes the corrected worked example of the standard', () => {
    expect(checkUscc('91350100M000100Y43')).toMatchObject({ ok: true, code: '91350100M000100Y43' })
  })

  it.each([
    ['91350100M000100Y4Z', 'uscc.alphabet', { position: 18 }],
    ['12100000400000625D', 'uscc.checkDigit', {}],
    ['91110000802100433O', 'uscc.alphabet', { position: 18 }],
    ['9111000080210043B', 'uscc.length', { expected: 18, found: 17 }],
    ['', 'uscc.length', { found: 0 }],
    ['911100008021004330', 'uscc.checkDigit', { expected: 'B' }],
  ])('%s is refused: %s', (code, reason, detail) => {
    expect(checkUscc(code)).toMatchObject({ ok: false, reason, detail })
  })

  it('reads lower case, full width and spaces as the same code', () => {
    const pasted = ' ９１１１００００ 8021 00433b　'
    expect(checkUscc(pasted)).toMatchObject({ ok: true, code: '91110000802100433B' })
  })

  it('calls an unlisted kind other, and only warns about the inner check', () => {
    const [code = ''] = alphabet
      .map(last => `Y11100008021004340${last}`.slice(0, 17) + last)
      .filter(c => checkUscc(c).ok)
    expect(checkUscc(code)).toMatchObject({ ok: true, kind: 'other', warnings: ['uscc.innerCheck'] })
  })

  it('has one check character for any body', () => {
    fc.assert(fc.property(codes, code => checkUscc(code).ok))
  })

  it('refuses any change of a single character', () => {
    fc.assert(
      fc.property(
        codes,
        fc.nat({ max: 17 }),
        fc.constantFrom(...alphabet, 'I', 'O', 'S', 'V', 'Z', '-'),
        (code, at, put) => {
          fc.pre(code.charAt(at) !== put)
          expect(checkUscc(code.slice(0, at) + put + code.slice(at + 1)).ok).toBe(false)
        },
      ),
    )
  })

  it('answers any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        text => typeof checkUscc(text).ok === 'boolean',
      ),
    )
  })
})

describe('regions', () => {
  it('lists 79, each once, each under a listed province', () => {
    expect(regions.length).toBe(79)
    expect(new Set(regions.map(region => region.code)).size).toBe(79)
    for (const region of regions) {
      expect(region.parent === null ? region.level : regionOf(region.parent)?.level).toBe('province')
    }
  })

  it('counts what it should', () => {
    const count = (level: string, parent: string | null) =>
      regions.filter(region => region.level === level && region.parent === parent).length
    expect(count('province', null)).toBe(34)
    expect(count('district', '110000')).toBe(16)
    expect(count('district', '120000')).toBe(16)
    expect(count('prefecture', '130000')).toBe(11)
  })

  it.each([
    ['110106', true, '北京市'],
    ['110302', true, '北京市'],
    ['120116', true, '天津市'],
    ['133100', true, '河北省'],
    ['310115', false, '上海市'],
    ['150000', false, '内蒙古自治区'],
  ])('%s: in 京津冀 %s, in %s', (code, inside, province) => {
    expect(inJingJinJi(code)).toBe(inside)
    expect(provinceOf(code)?.zh).toBe(province)
  })

  it.each(['990000', '1101', '', 'abcdef', '1101061'])('%j lies nowhere', code => {
    expect(provinceOf(code)).toBeNull()
    expect(inJingJinJi(code)).toBe(false)
  })
})
