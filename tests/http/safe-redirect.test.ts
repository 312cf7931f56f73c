import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { safeRedirect } from '#http/safe-redirect.ts'
import { hostileTargets } from '#tests/support/hostile-targets.ts'

const here = 'https://platform.test'

describe('only a path of this site', () => {
  test.each([
    '/',
    '/scenarios?q=%E6%9C%BA&page=2',
    '/a//b',
    '/a#b',
    '/?next=//evil.example',
    '/%E6%9C%BA',
    '/机器人',
  ])('%s stays', target => {
    expect(safeRedirect(target)).toBe(target)
  })

  test.each([
    '',
    'scenarios',
    'https://evil.example',
    'javascript:alert(1)',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%2fevil.example',
    '/%2Fevil.example',
    '/%252fevil.example',
    '/%5cevil.example',
    '/%255cevil.example',
    '%2f%2fevil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\t//evil.example',
    '/%09/evil.example',
    '/%0d%0aSet-Cookie:a=1',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    '/./%2fevil.example',
    '/a\\b',
    '/\u0000',
    '/\u0085/x',
    '/%',
    '/%zz',
    '/%ff',
    ' /x',
    `/${'a'.repeat(3000)}`,
  ])('%j goes home', target => {
    expect(safeRedirect(target)).toBe('/')
  })

  test('S4: all sixty ways that were thought of go home, plain and encoded once more', () => {
    for (const target of hostileTargets)
      for (const each of [target, encodeURI(target), encodeURIComponent(target)])
        expect(new URL(safeRedirect(each), here).href.startsWith(`${here}/`), each).toBe(true)
    expect(hostileTargets.filter(target => safeRedirect(target) !== '/')).toEqual([])
  })

  test.each([null, undefined, 1, {}, ['/x']])('what is no text goes home', target => {
    expect(safeRedirect(target)).toBe('/')
  })

  test('whatever comes in, the browser stays here', () => {
    const hostile = fc
      .array(
        fc.constantFrom(
          '/',
          '\\',
          '//',
          '.',
          '..',
          '%2f',
          '%5c',
          '%25',
          '2f',
          '\t',
          '\n',
          '@',
          ':',
          '#',
          '?',
          'evil.example',
          'https:',
          'a',
          '机',
        ),
        { maxLength: 8 },
      )
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' }), fc.webUrl()), target => {
        const answer = safeRedirect(target)
        const url = new URL(answer, here)
        expect(url.origin).toBe(here)
        expect(url.pathname.startsWith('//')).toBe(false)
        // also when something on the way decodes it once more
        expect(new URL(decodeURIComponent(answer), here).origin).toBe(here)
      }),
      { numRuns: 1000 },
    )
  })
})
