import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import autocannon from 'autocannon'
import { type Bench, origin, publicPages, startHouse } from './house.ts'

interface Load {
  perSecond: number
  p50: number
  p97: number
}

/** Requests a second of public pages at 8 connections, as a share of a bare node:http server with the same bytes. */
export const pagesBench: Bench = async print => {
  const house = await startHouse()
  try {
    for (const [name, path] of Object.entries(await publicPages())) {
      const body = await (await fetch(origin + path)).text()
      const ours = await load(origin + path)
      const bare = await bareLoad(body)
      const share = (ours.perSecond / bare.perSecond) * 100
      print(
        `load of ${name}`,
        `${share.toFixed(2)} % of bare node:http (${ours.perSecond.toFixed(0)} of ${bare.perSecond.toFixed(0)}/s; p50 ${ours.p50}, p97.5 ${ours.p97} ms)`,
      )
    }
  } finally {
    await house.stop()
  }
  return true
}

async function load(url: string): Promise<Load> {
  await autocannon({ url, connections: 8, duration: 2 })
  const { requests, latency } = await autocannon({ url, connections: 8, duration: 5 })
  return { perSecond: requests.average, p50: latency.p50, p97: latency.p97_5 }
}

async function bareLoad(body: string): Promise<Load> {
  const server = createServer((_, response) => response.end(body))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  try {
    return await load(`http://127.0.0.1:${port}/`)
  } finally {
    server.close()
  }
}
