import type { Translate } from '#i18n/translate.ts'

interface FileFacts {
  from: string
  to: string
  rows: readonly {
    name: string
    source: string
    products: number
    shown: number
    position: number | null
    newcomers: number
  }[]
}

/** The showings of each firm as lines of a file, in the reader's words; a mean place is there where something was shown. */
export function exposureLines(t: Translate, { from, to, rows }: FileFacts): string[][] {
  const heads = [
    ...(['firm', 'kind', 'products', 'shown', 'position', 'newcomers', 'from', 'to'] as const),
  ].map(each => t(`market.file.${each}`))
  const lines = rows.map(({ name, source, products, shown, position, newcomers }) => [
    name,
    t(source === 'report' ? 'market.file.report' : 'market.file.platform'),
    ...[products, shown].map(String),
    position === null ? '' : position.toFixed(1),
    ...[String(newcomers), from, to],
  ])
  return [heads, ...lines]
}
