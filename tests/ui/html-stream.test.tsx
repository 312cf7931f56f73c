import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { renderToPipeableStream } from 'react-dom/server'
import { expect, it } from 'vitest'
import { htmlStream } from '#http/html-stream.ts'

/** Texts of every length around the renderer's buffer, so that some character straddles its end. */
const page = (
  <div>
    {Array.from({ length: 200 }, (_, nth) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the rows never move
      <p key={nth}>{`${'a'.repeat(nth % 3)}夜班保洁两人顾不过来，每晚漏做约三成区域`}</p>
    ))}
  </div>
)

const rendered = (through: PassThrough | ReturnType<typeof htmlStream>) => {
  const { pipe } = renderToPipeableStream(page, { onShellReady: () => pipe(through) })
  return text(through)
}

it('leaves no hole where a character does not fit the renderer’s buffer', async () => {
  expect(await rendered(new PassThrough())).toContain('\0')
  expect(await rendered(htmlStream())).not.toContain('\0')
  expect((await rendered(htmlStream())).match(/夜班保洁两人顾不过来，每晚漏做约三成区域/g)).toHaveLength(200)
})
