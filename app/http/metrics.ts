import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  observe(labels: { method: string; route: string; status: number }, ms: number): void
  /** Registers figures that are asked for at each scrape, such as the waiting jobs by task. */
  gauge(
    options: { name: string; help: string; label: string },
    read: () => Promise<Map<string, number>>,
  ): void
  text(): Promise<{ type: string; body: string }>
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request line to the end of the answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  return {
    observe: ({ method, route, status }, ms) =>
      duration.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, ms / 1000),
    gauge({ name, help, label }, read) {
      new Gauge({
        name,
        help,
        labelNames: [label],
        registers: [registry],
        async collect() {
          this.reset()
          for (const [value, count] of await read()) this.set({ [label]: value }, count)
        },
      })
    },
    text: async () => ({ type: registry.contentType, body: await registry.metrics() }),
  }
}

/** The first segment of the path when the product has such a route: never the path itself, which anyone may invent. */
export function routeGroups(patterns: Iterable<string | undefined>): (pathname: string) => string {
  const known = new Set<string>(['assets', 'healthz', 'readyz', 'metrics'])
  for (const pattern of patterns) {
    const first = pattern?.replace(/^\//, '').split('/')[0]
    if (first && !/^[:*]/.test(first)) known.add(first)
  }
  return pathname => {
    const first = pathname.split('/')[1]?.replace(/\.data$/, '') ?? ''
    if (first === '' || first === '_root') return 'home'
    return known.has(first) ? first : 'other'
  }
}
