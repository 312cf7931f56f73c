import { hash, verify } from '@node-rs/argon2'
import autocannon from 'autocannon'
import { demoPassword } from '#domain/accounts/demo.ts'
import { passwordCost } from '#services/accounts/password.ts'
import { type Bench, origin, startHouse } from './house.ts'

const seconds = 6
const leastShare = 0.8
const mostSlower = 3

/** Sign-ins a second as a share of the bare argon2id rate, and how much slower other pages are while they pour in. */
export const signInBench: Bench = async print => {
  const bare = await bareRate()
  const house = await startHouse()
  try {
    await signIns()
    const entered = await signIns()
    const calm = await pages()
    const [, pressed] = await Promise.all([signIns(), pages()])
    const share = entered / bare
    const slower = pressed / calm
    print(
      'sign-ins',
      `${share.toFixed(2)} of bare argon2id (≥ ${leastShare}; ${entered.toFixed(1)} of ${bare.toFixed(1)}/s)`,
    )
    print(
      'other pages meanwhile',
      `p97.5 ${slower.toFixed(2)} × (≤ ${mostSlower}; ${pressed} instead of ${calm} ms)`,
    )
    return share >= leastShare && slower <= mostSlower
  } finally {
    await house.stop()
  }
}

/** Comparisons a second, two at a time, as the site allows itself. */
async function bareRate(): Promise<number> {
  const stored = await hash(demoPassword, passwordCost)
  const until = performance.now() + seconds * 1000
  let done = 0
  const line = async () => {
    while (performance.now() < until) {
      await verify(stored, demoPassword)
      done += 1
    }
  }
  await Promise.all([line(), line()])
  return done / seconds
}

async function signIns(): Promise<number> {
  const body = new URLSearchParams({ email: 'hospital@demo.example', password: demoPassword }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin }
  const url = `${origin}/sign-in`
  const {
    non2xx,
    requests,
    errors,
    '3xx': entered,
  } = await autocannon({
    ...{ url, body, headers },
    ...{ method: 'POST', connections: 4, duration: seconds },
  })
  const failed = non2xx - entered + errors
  if (failed > 0) throw new Error(`${failed} of ${requests.total} sign-ins failed`)
  return entered / seconds
}

async function pages(): Promise<number> {
  const { latency } = await autocannon({ url: `${origin}/catalog`, connections: 2, duration: seconds })
  return latency.p97_5
}
