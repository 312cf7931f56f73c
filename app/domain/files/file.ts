import type { Localized } from '../shared/localized.ts'

const mebibyte = 1024 * 1024

/** What may be kept (reliability S9): of one file, of one object, of one organisation on one Beijing day. */
export const fileLimits = {
  bytes: 20 * mebibyte,
  perObject: 10,
  bytesPerDay: 100 * mebibyte,
  /** Width times height, judged from the header before a picture is decoded. */
  pixels: 40_000_000,
  /** The same where all of it has to be in memory at once: progressive JPEG, interlaced PNG; and twice over: WebP. */
  pixelsAtOnce: 12_000_000,
  pixelsTwice: 3_000_000,
  nameLength: 120,
} as const

/** What a file is, told by its content; its name has no say. */
export const fileKinds = {
  pdf: { label: 'PDF', type: 'application/pdf', extensions: ['pdf'] },
  png: { label: 'PNG', type: 'image/png', extensions: ['png'] },
  jpeg: { label: 'JPEG', type: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  webp: { label: 'WebP', type: 'image/webp', extensions: ['webp'] },
  docx: {
    label: 'DOCX',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  xlsx: {
    label: 'XLSX',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
  },
  pptx: {
    label: 'PPTX',
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extensions: ['pptx'],
  },
  text: { label: 'TXT', type: 'text/plain', extensions: ['txt', 'csv', 'tsv', 'md', 'log'] },
} as const satisfies Record<string, { label: string; type: string; extensions: readonly string[] }>
export type FileKind = keyof typeof fileKinds
export const fileKindIds = Object.keys(fileKinds) as [FileKind, ...FileKind[]]

export const isPicture = (kind: FileKind) => kind === 'png' || kind === 'jpeg' || kind === 'webp'

/** What forms tell the browser that they take. */
export const acceptedFiles = Object.values(fileKinds)
  .flatMap(({ extensions }) => extensions.map(extension => `.${extension}`))
  .join(',')

/** Nouns whose objects hold files. */
export const holderNouns = ['scenario', 'product', 'site'] as const
export type HolderNoun = (typeof holderNouns)[number]

/** What a file is for. */
export const filePurposes = {
  drawing: { zh: '平面图、图纸', en: 'Floor plan or drawing' },
  photo: { zh: '照片', en: 'Photo' },
  process: { zh: '流程、作业说明', en: 'Process description' },
  datasheet: { zh: '产品手册', en: 'Data sheet' },
  testReport: { zh: '检测报告', en: 'Test report' },
  certificate: { zh: '认证证书', en: 'Certificate' },
  funding: { zh: '研制经费材料', en: 'R&D funding document' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Localized>
export type FilePurpose = keyof typeof filePurposes
export const filePurposeIds = Object.keys(filePurposes) as [FilePurpose, ...FilePurpose[]]

/** The purposes that each noun's files may have, the usual one first. */
export const purposesOf: Record<HolderNoun, readonly FilePurpose[]> = {
  scenario: ['drawing', 'photo', 'process', 'other'],
  product: ['datasheet', 'testReport', 'certificate', 'photo', 'funding', 'other'],
  site: ['photo', 'drawing'],
}

/** 病毒检查: `off` where no scanner is set up, which the page says; `waiting` and `infected` are not handed out. */
export const scanStates = ['off', 'waiting', 'clean', 'infected'] as const
export type ScanState = (typeof scanStates)[number]

/** Text taken out for search: `none` where the kind has none, `failed` where it could not be read in its bounds. */
export const textStates = ['none', 'waiting', 'done', 'failed'] as const

/** Without the spaces and dots at both ends. */
function withoutEnds(text: string): string {
  const isEnd = (at: number) => text[at] === ' ' || text[at] === '.'
  let [from, to] = [0, text.length]
  while (from < to && isEnd(from)) from += 1
  while (to > from && isEnd(to - 1)) to -= 1
  return text.slice(from, to)
}

/**
 * The name under which a file is shown and handed out: NFC, without paths, control or direction marks, at most 120
 * code points, and with an extension that fits its content, so that nothing opens as what it is not.
 */
export function displayName(raw: string, kind: FileKind): string {
  const { extensions } = fileKinds[kind]
  const last = raw.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const spaced = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029\uFFFD"<>:|?*]/gu, '')
    .replace(/\s+/gu, ' ')
  const plain = withoutEnds(spaced)
  const dot = plain.lastIndexOf('.')
  const extension = dot < 0 ? '' : plain.slice(dot + 1).toLowerCase()
  const fits = (extensions as readonly string[]).includes(extension)
  const stem = [...(fits ? plain.slice(0, dot) : plain)]
  const ending = `.${fits ? extension : extensions[0]}`
  const short = stem
    .slice(0, fileLimits.nameLength - ending.length)
    .join('')
    .trim()
  // Names that some systems keep for devices.
  const safe = /^(con|prn|aux|nul|com\d|lpt\d)?$/i.test(short) ? `file${short && `-${short}`}` : short
  return safe + ending
}
