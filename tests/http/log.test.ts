import { Writable } from 'node:stream'
import { DrizzleQueryError } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLog } from '#http/log.ts'
import { ask, type House, openHouse, post } from './house.ts'

const canary = 'CANARY-7f3a'

function collect() {
  const lines: string[] = []
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  return { lines, log: createLog({ level: 'info', destination }) }
}

describe('one line a request', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse({
      routes: {
        broken: {
          loader: () => {
            throw new Error('a bug')
          },
        },
      },
    })
  })
  afterAll(() => house.close())

  test('with method, path, status, time and id; of the query only the names', async () => {
    const { headers } = await ask(house, `/?q=${canary}&page=2&q=again`)
    const [line] = house.lines.splice(0).map(text => JSON.parse(text))
    expect(line).toMatchObject({
      method: 'GET',
      path: '/',
      query: ['q', 'page'],
      status: 200,
      msg: 'request',
    })
    expect(line.requestId).toBe(headers['x-request-id'])
    expect(line.ms).toBeGreaterThan(0)
    expect(JSON.stringify(line)).not.toContain(canary)
  })

  test('secrets sent in every place a request has leave no trace', async () => {
    const headers = {
      cookie: `sid=${canary}`,
      authorization: `Bearer ${canary}`,
      referer: `http://x/${canary}`,
    }
    await ask(house, `/?token=${canary}`, { headers: { ...headers, 'user-agent': canary } })
    await post(house, '/form', { password: canary, email: canary }, headers)
    await post(house, '/form', `password=${canary}`, { ...headers, origin: 'https://evil.example' })
    await ask(house, '/broken', { headers })
    expect(house.lines.join('')).not.toContain(canary)
  })

  test('line breaks and escapes cannot make a line of their own', async () => {
    await ask(house, '/%0d%0a%7B%22level%22%3A%22error%22%7D%1b%5b31m')
    for (const line of house.lines) {
      expect(line.trimEnd().split('\n')).toHaveLength(1)
      expect(JSON.parse(line)).toMatchObject({ msg: expect.any(String) })
    }
    expect(house.lines.join('')).not.toContain('\u001b')
  })
})

describe('what a log may say', () => {
  test('the redaction list, at every depth that we write', () => {
    const { lines, log } = collect()
    const secrets = {
      password: canary,
      token: canary,
      cookie: canary,
      authorization: canary,
      'set-cookie': canary,
    }
    log.info({ ...secrets, env: { SECRET_KEY: canary, DATABASE_URL: canary, ...secrets } }, 'one')
    log.info({ request: { headers: secrets, body: { account: { passwordHash: canary } } } }, 'two')
    expect(lines.join('')).not.toContain(canary)
    expect(lines.join('')).toContain('[redacted]')
  })

  test('a database error keeps its code and statement and loses the row', () => {
    const { lines, log } = collect()
    const cause = Object.assign(new Error(`invalid input: "${canary}"`), {
      severity: 'ERROR',
      code: '23505',
      constraint_name: 'account_email_key',
      detail: `Key (email)=(${canary}) already exists.`,
    })
    log.error({ err: new DrizzleQueryError('insert into bid values ($1)', [canary], cause) }, 'failed')
    const [line] = lines.map(text => JSON.parse(text))
    expect(JSON.stringify(line)).not.toContain(canary)
    expect(line.err).toMatchObject({
      query: 'insert into bid values ($1)',
      cause: { code: '23505', constraint: 'account_email_key' },
    })
    expect(line.err.stack[0]).toMatch(/^at /)
  })

  test('another error keeps its message and its cause', () => {
    const { lines, log } = collect()
    log.error({ err: new Error('outer', { cause: new TypeError('inner') }) }, 'failed')
    expect(JSON.parse(lines[0] ?? '').err).toMatchObject({
      type: 'Error',
      message: 'outer',
      cause: { type: 'TypeError', message: 'inner' },
    })
  })
})
