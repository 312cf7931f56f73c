import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

export interface AddressReader {
  /** The client as far as trusted proxies tell; a forwarding header from anyone else is ignored. */
  clientOf(incoming: IncomingMessage): string
  trusts(address: string): boolean
}

/** Reads `TRUSTED_PROXY`: addresses and CIDR ranges, separated by commas. Throws RangeError on anything else. */
export function addressReader(trusted: string | undefined): AddressReader {
  const list = new BlockList()
  for (const entry of (trusted ?? '').split(',').map(part => part.trim())) {
    if (entry !== '') addRange(list, entry)
  }
  const trusts = (address: string) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  const clientOf = (incoming: IncomingMessage) => {
    const peer = plain(incoming.socket.remoteAddress ?? '')
    const hops = String(incoming.headers['x-forwarded-for'] ?? '')
      .split(',')
      .map(hop => plain(hop.trim()))
    let client = peer
    // From the nearest proxy outwards: the first address that is not a proxy of ours is the client.
    while (trusts(client)) {
      const next = hops.pop()
      if (next === undefined || isIP(next) === 0) break
      client = next
    }
    return client
  }
  return { clientOf, trusts }
}

function addRange(list: BlockList, entry: string): void {
  const [address = '', bits] = entry.split('/')
  const family = isIP(address)
  const prefix = bits === undefined ? (family === 6 ? 128 : 32) : Number(bits)
  if (family === 0 || !Number.isInteger(prefix)) throw new RangeError(`not an address or range: ${entry}`)
  list.addSubnet(address, prefix, family === 6 ? 'ipv6' : 'ipv4')
}

/** `::ffff:10.0.0.1` is 10.0.0.1. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')

export const isLoopback = (address: string) => /^(127\.|::1$)/.test(plain(address))

/** A request that came straight from this machine, not through a proxy on it. */
export function isFromThisMachine({ socket, headers }: IncomingMessage): boolean {
  const relayed = headers['x-forwarded-for'] ?? headers.forwarded ?? headers.via
  return relayed === undefined && isLoopback(socket.remoteAddress ?? '')
}
