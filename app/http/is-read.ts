const robots = /bot\b|crawl|spider|slurp|preview|curl|wget|python|java\/|go-http|okhttp|libwww|scrapy/i

/**
 * Whether a person is likely to read the answer. Only what is counted as shown asks; everybody gets the same page, and
 * a robot that calls itself a browser counts as the one reader that all others are.
 */
export function isRead({ method, headers }: Pick<Request, 'method' | 'headers'>): boolean {
  const agent = headers.get('user-agent') ?? ''
  const purpose = headers.get('sec-purpose') ?? headers.get('purpose') ?? ''
  return method === 'GET' && agent !== '' && !robots.test(agent) && !/prefetch|prerender/i.test(purpose)
}
