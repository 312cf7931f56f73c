import { endpointEmbedder } from '#services/meaning/endpoint.ts'
import type { EmbedderChoice } from '#services/meaning/open.ts'

/** The embedder that the environment names: `lsa`, or the base address of an endpoint with `#model`. */
export function embedderChoice({
  EMBEDDER,
  EMBEDDER_KEY,
}: {
  EMBEDDER?: string | undefined
  EMBEDDER_KEY?: string | undefined
}): EmbedderChoice | undefined {
  if (EMBEDDER === undefined || EMBEDDER === 'lsa') return EMBEDDER
  const [url = '', model = ''] = EMBEDDER.split('#')
  return endpointEmbedder({ url, model, key: EMBEDDER_KEY })
}
