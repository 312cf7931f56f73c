import { stopWords, type Token, tokenize } from './tokens.ts'

/**
 * Words by which people ask and that say nothing about what they look for: 有没有, 想找, which, can. A query leaves them
 * out as long as anything else remains; documents keep them, so that a quoted phrase still finds its words.
 */
const askingWords: ReadonlySet<string> = new Set(
  [
    '我 我们 你 你们 他们 谁 大家 自己',
    '想 想要 要 找 想找 寻找 需要 求 求购 推荐 请 请问 帮 帮忙 麻烦',
    '有 没有 有没有 哪 哪个 哪些 哪种 哪里 什么 怎么 怎样 如何 多少 是 是否 吗 呢 吧 啊',
    '能 能够 可 可以 会 用 用于 用来 给 让 把 在 里 里面 地 得',
    '一款 一台 一个 一种 一些 款 这种 那种 这样 那样 或 或者 以及 并 并且 而且 又 也 还 就 都',
    'which what who where how can could does do is are the a an for of to in on with that and or',
    'we i you they need needs want looking find me please any there',
  ].flatMap(line => line.split(' ')),
)

/** A query's text with blanks where its asking words stood; as it is when it has no other words. */
export function saidWords(text: string): string {
  const tokens = tokenize(text)
  const asking = tokens.filter(token => isAsking(text, token))
  const says = tokens.some(token => !asking.includes(token) && !stopWords.has(token.text))
  if (!says) return text
  return asking.reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text)
}

/** A Latin word asks only where it stands alone: the AN of a model code AN-5 does not. */
function isAsking(text: string, { text: word, start, end, han }: Token): boolean {
  if (!askingWords.has(word)) return false
  // 有没有 asks, 没有 alone says no.
  if (word === '没有') return text.slice(0, start).endsWith('有')
  return han || (/(?:^|\s)$/.test(text.slice(0, start)) && /^(?:[\s?？!！,，.。]|$)/.test(text.slice(end)))
}
