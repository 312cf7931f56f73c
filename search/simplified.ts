import pairs from 'opencc-js/dict/TSCharacters'

/**
 * The simplified form of one traditional character, 機 → 机; any other character is itself. Character by character,
 * because a document and a query have to be folded alike whatever stands around, and so that offsets stay plain.
 * The table is OpenCC's (Apache-2.0), of several readings the first, which is the usual one.
 */
export function simplified(char: string): string {
  return table.get(char) ?? char
}

const first = new Map(
  pairs.split('|').map((pair): [string, string] => {
    const [traditional = '', plain = ''] = pair.split(' ')
    return [traditional, plain]
  }),
)

/** 薴 leads to 苧, which leads on to 苎: what comes out is never folded again. */
const table: ReadonlyMap<string, string> = new Map([...first].map(([char, plain]) => [char, endOf(plain)]))

function endOf(char: string): string {
  const next = first.get(char)
  return next === undefined || next === char ? char : endOf(next)
}
