import { crc32, deflateRawSync } from 'node:zlib'

export interface Part {
  name: string
  content: Buffer | string
  /** What the directory claims the unpacked size to be. */
  declared?: number
  encrypted?: boolean
  stored?: boolean
}

/** An archive made byte by byte, so that it may lie. */
export function makeZip(parts: readonly Part[], { comment = '' } = {}): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, declared, encrypted = false, stored = false } of parts) {
    const plain = Buffer.from(content)
    const packed = stored ? plain : deflateRawSync(plain, { level: 9 })
    const label = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x800 | (encrypted ? 1 : 0), 2)
    common.writeUInt16LE(stored ? 0 : 8, 4)
    common.writeUInt32LE(crcOf(plain), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(declared ?? plain.length, 18)
    common.writeUInt16LE(label.length, 22)
    bodies.push(Buffer.from('504b0304', 'hex'), common, label, packed)
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('504b01021400', 'hex'), common, entry, label)
    offset += 30 + label.length + packed.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(index.length, 8)
  end.writeUInt32LE(offset, 12)
  end.writeUInt16LE(comment.length, 16)
  return Buffer.concat([...bodies, index, Buffer.from('504b0506', 'hex'), end, Buffer.from(comment)])
}

/** Node before 20.15 has none; the reader does not look at it. */
const crcOf = (bytes: Buffer): number => (typeof crc32 === 'function' ? crc32(bytes) : 0)
