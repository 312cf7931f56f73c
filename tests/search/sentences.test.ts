import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saidWords } from '#search/asking.ts'
import { charactersIn, onlyCharacter } from '#search/characters.ts'
import { highlight } from '#search/highlight.ts'
import { coalitions } from '#search/postgres-fullest.ts'
import { readQuery } from '#search/query.ts'
import { tokenize, wordsInside } from '#search/tokens.ts'
import { anyText } from './any-text.ts'

const words = (q: string) => readQuery(q).terms.map(term => term.text)

describe('words by which people ask', () => {
  it.each([
    ['有没有能上楼梯的机器人', ['上', '楼梯', '机器', '人']],
    ['请问哪些机器人可以送药？', ['机器', '人', '送药']],
    ['Which robot can weld?', ['robot', 'weld']],
    ['what is the AN-5', ['an', '5']],
    ['AN-5', ['an', '5']],
    ['没有围栏', ['没有', '围栏']],
    ['货到人', ['货', '到', '人']],
    ['需要', ['需要']],
    ['the', ['the']],
  ])('%s looks for %j', (q, expected) => {
    expect(words(q)).toEqual(expected)
  })

  it.each([
    ['医院夜间送药需要乘电梯的机器人', true],
    ['送药机器人', false],
    ['哪里有洗碗机', true],
    ['洗碗机', false],
  ])('%s is a sentence: %s', (q, sentence) => {
    expect(readQuery(q).sentence).toBe(sentence)
  })

  it('leave some words of any text that has any', () => {
    fc.assert(
      fc.property(anyText(200), text => {
        expect(tokenize(saidWords(text)).length > 0).toBe(tokenize(text).length > 0)
      }),
    )
  })

  it('a question mark leaves the last word open', () => {
    expect(readQuery('can it weld?').terms.at(-1)).toMatchObject({ text: 'weld', prefix: true })
    expect(readQuery('weld,').terms.at(-1)).toMatchObject({ prefix: false })
  })
})

describe('a single character', () => {
  it('is one word wherever it stands in the index, and nothing but the whole query', () => {
    const [dog = ''] = words('狗')
    expect(charactersIn(['机器猫狗', '狗'])).toContain(dog)
    expect(words('机器 狗')).toContain('狗')
    expect([onlyCharacter(' 狗 '), onlyCharacter('a'), onlyCharacter('狗狗')]).toEqual(['狗', null, null])
  })

  it('is marked inside words, and the pieces are the text', () => {
    expect(highlight('机器猫狗与狗', '狗')).toEqual([
      { text: '机器猫', hit: false },
      { text: '狗', hit: true },
      { text: '与', hit: false },
      { text: '狗', hit: true },
    ])
  })
})

describe('what is enough of a sentence', () => {
  it('is every smallest set of words that weighs enough', () => {
    expect(coalitions([3, 2, 2, 1], { least: 4, smallest: 0 })).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
    ])
    expect(coalitions([1, 1], { least: 3, smallest: 0 })).toEqual([])
    expect(coalitions([3, 0.01], { least: 3, smallest: 0.1 })).toEqual([[0]])
  })

  it('reaches the least, and no longer without any one of its words', () => {
    const weight = fc.double({ min: 0.01, max: 8, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(weight, { minLength: 1, maxLength: 10 }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        (weights, part) => {
          const whole = weights.reduce((sum, each) => sum + each, 0)
          const least = whole * part * 0.99
          for (const set of coalitions(weights, { least, smallest: 0 })) {
            const sum = set.reduce((all, place) => all + (weights[place] ?? 0), 0)
            const lightest = Math.min(...set.map(place => weights[place] ?? 0))
            expect(sum).toBeGreaterThanOrEqual(least - 1e-9)
            expect(sum - lightest).toBeLessThan(least + 1e-9)
          }
        },
      ),
    )
  })

  it('is at most 252 sets of ten words', () => {
    for (let part = 0.05; part < 1; part += 0.05)
      expect(coalitions(Array(10).fill(1), { least: 10 * part, smallest: 0 }).length).toBeLessThanOrEqual(252)
  })

  it('sees words across a wrong cut', () => {
    expect(tokenize('做手术').map(token => token.text)).not.toContain('手术')
    expect(wordsInside('做手术')).toContain('手术')
  })
})
