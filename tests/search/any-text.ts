import fc from 'fast-check'

/** Any text that can reach us, lone surrogates and control characters included. */
export function anyText(maxLength: number): fc.Arbitrary<string> {
  const character = fc.oneof(
    fc.integer({ min: 0, max: 0xffff }),
    fc.integer({ min: 0x10000, max: 0x10ffff }),
    fc.integer({ min: 0x20, max: 0x7e }),
    fc.integer({ min: 0x4e00, max: 0x9fff }),
  )
  return fc.array(character, { maxLength }).map(codes => String.fromCodePoint(...codes))
}
