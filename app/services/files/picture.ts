import { createWriteStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
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
      const turned = kind === 'jpeg' && orientation !== undefined && orientation > 1
      // The turn is kept as the only mark: turning the pixels would need all of them in memory.
      if (turned) await pipeline(rewritten, withTurn(orientation), createWriteStream(target))
      else await rewritten.toFile(target)
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
  const whole = header.isProgressive ? fileLimits.pixelsAtOnce : fileLimits.pixels
  const most = kind === 'webp' ? fileLimits.pixelsTwice : whole
  if (width * height > most)
    throw new Refusal('invalid', 'file.tooManyPixels', { detail: { max: most / 1e6 } })
  return { width, height, orientation }
}

/** Puts an EXIF segment that says nothing but how the picture is turned behind the first mark of a JPEG. */
function withTurn(orientation: number): Transform {
  const segment = Buffer.from(
    'ffe100224578696600004d4d002a00000008000101120003000000010000000000000000',
    'hex',
  )
  segment.writeUInt16BE(orientation, 28)
  let isStart = true
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      if (isStart) this.push(Buffer.concat([piece.subarray(0, 2), segment, piece.subarray(2)]))
      else this.push(piece)
      isStart = false
      done()
    },
  })
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
