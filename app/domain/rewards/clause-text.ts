/** The passages that were read whole, by rule version; of the others only the quoted pieces are known. */
const passages: Record<string, string> = {
  'm09@2023-08-16':
    '（九）促进机器人创新成果首试首用　加快实施“百项机器人新品工程”，鼓励机器人企业创新成果在未定型阶段与应用方建立合作、首试首用，促进产品迭代熟化。对企业研制创新产品过程中未获得财政资金支持并在京津冀地区首次试用的创新产品予以奖励，单台(套)产品最高 50 万元，每家企业年度奖励最高 200 万元。创新产品商业化定型后推荐纳入市级重大装备首台(套)应用推广目录。',
}

/** A piece of a passage; `quote` is the place of the quotation it is, null between quotations. */
export interface Piece {
  text: string
  quote: number | null
}

/** The passage of a rule version cut at its quotations; null where only the quotations were read. */
export function passageOf(version: string, quotes: readonly string[]): Piece[] | null {
  const text = passages[version]
  return text === undefined ? null : cut(text, quotes)
}

/** Cuts a text at the first place of each quotation; one that is not in it, or lies in another, marks nothing. */
export function cut(text: string, quotes: readonly string[]): Piece[] {
  const places = quotes
    .map((quote, index) => ({ quote: index, start: text.indexOf(quote), length: quote.length }))
    .filter(place => place.start >= 0 && place.length > 0)
    .sort((a, b) => a.start - b.start || b.length - a.length)
  const pieces: Piece[] = []
  let at = 0
  for (const { quote, start, length } of places) {
    if (start < at) continue
    if (start > at) pieces.push({ text: text.slice(at, start), quote: null })
    pieces.push({ text: text.slice(start, start + length), quote })
    at = start + length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), quote: null })
  return pieces
}
