import { expect, it } from 'vitest'
import { isRead } from '#http/is-read.ts'

const browser =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
const asked = (headers: Record<string, string>, method = 'GET') =>
  isRead({ method, headers: new Headers({ 'user-agent': browser, ...headers }) })

it('takes a browser that was opened by somebody for a reader', () => {
  expect(asked({})).toBe(true)
  expect(asked({ 'sec-purpose': '' })).toBe(true)
})

it.each([
  ['a HEAD', {}, 'HEAD'],
  ['a prefetch', { 'sec-purpose': 'prefetch;prerender' }, 'GET'],
  ['an older prefetch', { purpose: 'prefetch' }, 'GET'],
  ['a search engine', { 'user-agent': 'Mozilla/5.0 (compatible; Baiduspider/2.0)' }, 'GET'],
  ['another', { 'user-agent': 'Mozilla/5.0 AppleWebKit/537.36 (compatible; bingbot/2.0) Chrome/116' }, 'GET'],
  ['a program', { 'user-agent': 'curl/8.5.0' }, 'GET'],
  ['who does not say what it is', { 'user-agent': '' }, 'GET'],
])('takes %s for none', (_, headers, method) => {
  expect(asked(headers, method)).toBe(false)
})
