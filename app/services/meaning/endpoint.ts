import { z } from 'zod'
import { unit } from '#domain/matching/meaning.ts'
import type { Embedder } from './embedder.ts'

export interface EndpointPlace {
  /** The base address; `/embeddings` is added. */
  url: string
  model: string
  key?: string | undefined
}

const patienceMs = 30_000
/** Most endpoints take 8,192 tokens; a long description says what it is about in its beginning. */
const longest = 4_000
const largestAnswer = 64 * 2 ** 20

const Answer = z.object({
  data: z.array(
    z.object({ index: z.number().int().min(0), embedding: z.array(z.number()).min(1).max(8_192) }),
  ),
})

/** Any endpoint that speaks the embeddings call of OpenAI's API: `POST {url}/embeddings {model, input: [...]}`. */
export function endpointEmbedder({ url, model, key }: EndpointPlace, patience = patienceMs): Embedder {
  return {
    name: `${new URL(url).host}/${model}`,
    async embed(texts) {
      if (texts.length === 0) return []
      const answer = await fetch(`${url.replace(/\/$/, '')}/embeddings`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
        body: JSON.stringify({
          model,
          input: texts.map(text => text.slice(0, longest) || ' '),
        }),
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      })
      // What it says may repeat the key or the text, so only its status is told.
      if (!answer.ok) {
        await answer.body?.cancel()
        throw new Error(`the embedding endpoint answered ${answer.status}`)
      }
      return meaningsIn(await jsonIn(answer), texts.length)
    },
  }
}

async function jsonIn(answer: Response): Promise<unknown> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of answer.body ?? []) {
    size += piece.length
    if (size > largestAnswer) throw new Error('the embedding endpoint says too much')
    pieces.push(piece)
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8'))
  } catch {
    throw new Error('the embedding endpoint does not answer in JSON')
  }
}

/** In the order asked: an answer may come in any. */
function meaningsIn(json: unknown, count: number) {
  const answer = Answer.safeParse(json)
  if (!answer.success) throw new Error('the embedding endpoint answers in another form')
  const byIndex = new Map(answer.data.data.map(({ index, embedding }) => [index, embedding]))
  return Array.from({ length: count }, (_, index) => {
    const vector = byIndex.get(index)
    if (!vector) throw new Error('the embedding endpoint left a text out')
    return unit(vector)
  })
}
