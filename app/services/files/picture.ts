import sharp from 'sharp'
import { fileLimits } from '#domain/files/file.ts'
import { Refusal } from '../refusal.ts'

// Only the readers that we want; what else the library can open stays shut.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'],
})
sharp.cache(false)
sharp.concurrency(1)

export interface Picture {
  width: number
  height: number
}

type PictureKind = 'png' | 'jpeg' | 'webp'
const thumbnailSide = 320
const atOnce = 2
const waiting: (() => void)[] = []
let busy = 0

/**
 * Writes the picture again without what came with it (EXIF, GPS, comments, anything behind its end) to `target`, and a
 * thumbnail to `thumbnail`. Pixels are judged from the header before anything is decoded. Throws a `Refusal`.
 */
export async function rewritePicture(
  source: string,
  kind: PictureKind,
  { target, thumbnail }: { target: string; thumbnail: string },
): Promise<Picture> {
  const { width, height, orientation } = await headerOf(source, kind)
  return oneOfFew(async () => {
    try {
      const rewritten = open(source).toFormat(kind, formats[kind])
      // The turn is kept as the only mark: turning the pixels would need all of them in memory.
      if (orientation !== undefined) rewritten.withExif({ IFD0: { Orientation: String(orientation) } })
      await rewritten.toFile(target)
      await open(source)
        .resize(thumbnailSide, thumbnailSide, { fit: 'inside', withoutEnlargement: true })
        .autoOrient()
        .webp({ quality: 75 })
        .toFile(thumbnail)
    } catch {
      throw new Refusal('invalid', 'file.damaged')
    }
    const isTurned = (orientation ?? 1) >= 5
    return isTurned ? { width: height, height: width } : { width, height }
  })
}

/** Written line by line: what a better compression would gather first is the whole picture. */
const formats = {
  png: { compressionLevel: 6 },
  jpeg: { quality: 90, optimiseCoding: false },
  webp: { quality: 90, effort: 2 },
} as const

const open = (source: string) =>
  sharp(source, {
    limitInputPixels: fileLimits.pixels,
    sequentialRead: true,
    failOn: 'error',
    pages: 1,
  })

async function headerOf(source: string, kind: PictureKind) {
  const header = await sharp(source, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (!header?.width || !header.height || header.format !== kind) throw new Refusal('invalid', 'file.damaged')
  const { width, height, orientation } = header
  const atOnceInMemory = kind === 'webp' || header.isProgressive === true
  const most = atOnceInMemory ? fileLimits.pixelsAtOnce : fileLimits.pixels
  if (width * height > most)
    throw new Refusal('invalid', 'file.tooManyPixels', { detail: { max: most / 1e6 } })
  return { width, height, orientation }
}

/** Pictures are the one thing here that takes memory by size, so few are decoded at the same time. */
async function oneOfFew<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= atOnce) await new Promise<void>(resolve => waiting.push(resolve))
  busy += 1
  try {
    return await work()
  } finally {
    busy -= 1
    waiting.shift()?.()
  }
}
