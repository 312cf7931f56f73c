import { Transform } from 'node:stream'

/**
 * A page's bytes on their way out, without NUL. React 18 fills the rest of a full buffer with zeros where a character of
 * several bytes does not fit any more (`writeStringChunk` in react-dom 18.3.1 writes the whole view), and a browser shows
 * U+FFFD for them in the middle of a Chinese text. HTML holds no NUL of its own.
 */
export function htmlStream(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? Buffer.from(chunk.filter(byte => byte !== 0)) : chunk)
    },
  })
}
