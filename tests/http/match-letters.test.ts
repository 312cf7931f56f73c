import { expect, test } from 'vitest'
import { matchLetterOf } from '#http/match-letters.ts'
import type { MatchLetter } from '#services/matches/letter.ts'

const write = matchLetterOf('https://robot.example.cn')
const partners = (n: number) =>
  Array.from({ length: n }, (_, nth) => ({
    ...{ id: `p${nth}`, title: `产品 ${nth}`, organization: '示例单位' },
    reasons: [{ key: 'match.reason.budget' as const, params: {}, need: null, have: null }],
  }))
const letterOf = (parts: MatchLetter['parts']): MatchLetter => ({
  ...{ to: 'a@example.cn', locale: 'zh', name: '示例', rhythm: 'daily', stopToken: 'v1.t', parts },
})
const part = (nth: number, n: number) => ({
  ...{ party: 'demand' as const, id: `s${nth}`, title: `场景 ${nth}`, partners: partners(n) },
})

test('a letter stays short however much is new: what it does not list it counts, with a link', () => {
  const parts = Array.from({ length: 14 }, (_, nth) => part(nth, 8))
  const { subject, body } = write(letterOf(parts))
  expect(subject).toBe('112 个新匹配')
  expect(body.match(/因为：/g)).toHaveLength(20)
  expect(body).toContain('《场景 0》：8 款产品适合')
  expect(body).toContain('……另有 3 个，全部见 https://robot.example.cn/scenarios/s0/matches')
  expect(body).toContain('……另有 8 个，全部见 https://robot.example.cn/scenarios/s9/matches')
  expect(body).not.toContain('场景 10')
  expect(body).toContain('……还有 4 个场景或产品有新匹配，见 https://robot.example.cn/notifications')
})

test('says why it comes and how to stop it, by a link and by the mail program’s own button', () => {
  const { body, headers } = write(letterOf([part(0, 1)]))
  expect(body).toContain('为什么收到这封信')
  expect(body).toContain('https://robot.example.cn/notifications/matches/stop?token=v1.t')
  expect(headers).toEqual({
    'List-Unsubscribe': '<https://robot.example.cn/notifications/matches/unsubscribe?token=v1.t>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  })
})
