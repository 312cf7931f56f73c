import { describe, expect, test } from 'vitest'
import { readEnvironment } from '#http/env.ts'

const secret = 'x'.repeat(32)
const real = {
  DATABASE_URL: 'postgres://app:hush@db.example.cn/robot',
  SECRET_KEY: secret,
  PUBLIC_ORIGIN: 'https://robot.example.cn',
}

function settings(variables: Record<string, string>) {
  const reading = readEnvironment(variables)
  if (!reading.ok) throw new Error(reading.problems.join('\n'))
  return reading.env
}

function problems(variables: Record<string, string>): string[] {
  const reading = readEnvironment(variables)
  return reading.ok ? [] : reading.problems
}

describe('what is left out', () => {
  test('nothing set: a demo for this machine alone', () => {
    const env = settings({})
    expect(env).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      PUBLIC_ORIGIN: 'http://localhost:3000',
      DEMO: true,
      LOG_LEVEL: 'warn',
      MAIL_FROM: 'robot-plus@localhost',
    })
    expect(env.DATABASE_URL).toBeUndefined()
    expect(env.SECRET_KEY).toBeUndefined()
    expect(env.PASSWORD_MAX_AGE_DAYS).toBeUndefined()
  })

  test('a real database: no demo, every interface, requests logged', () => {
    expect(settings(real)).toMatchObject({ HOST: '0.0.0.0', DEMO: false, LOG_LEVEL: 'info' })
  })

  test('DEMO=1 over a real database is a demo, and stays on this machine', () => {
    expect(settings({ DATABASE_URL: real.DATABASE_URL, DEMO: '1', PORT: '8080' })).toMatchObject({
      HOST: '127.0.0.1',
      PUBLIC_ORIGIN: 'http://localhost:8080',
      DEMO: true,
    })
  })

  test('DEMO=0 over the built-in database is no demo', () => {
    expect(settings({ DEMO: '0', PUBLIC_ORIGIN: real.PUBLIC_ORIGIN })).toMatchObject({
      DEMO: false,
      HOST: '0.0.0.0',
    })
    expect(problems({ DEMO: '0' })).toEqual([expect.stringMatching(/^PUBLIC_ORIGIN is missing/)])
  })

  test('blank counts as not set, spaces around a value do not count', () => {
    expect(settings({ PORT: '', HOST: '  ', SMTP_URL: '' })).toMatchObject({ PORT: 3000, HOST: '127.0.0.1' })
    expect(settings({ PORT: ' 3001 ' })).toMatchObject({ PORT: 3001 })
  })
})

describe('what is refused, each in one sentence that names the variable', () => {
  test.each([
    ['PORT', 'abc'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '３０００'],
    ['HOST', 'two words'],
    ['PUBLIC_ORIGIN', 'robot.example.cn'],
    ['PUBLIC_ORIGIN', 'https://robot.example.cn/path'],
    ['PUBLIC_ORIGIN', 'ftp://robot.example.cn'],
    ['DATABASE_URL', 'mysql://a:hush@b/c'],
    ['DATABASE_URL', 'hush'],
    ['MEILI_URL', '127.0.0.1:7700'],
    ['SMTP_URL', 'mail.example.cn'],
    ['S3_ENDPOINT', 's3'],
    ['EMBEDDER', 'bge'],
    ['EMBEDDER', 'https://api.example.cn/v1'],
    ['SECRET_KEY', 'hush'],
    ['TRUSTED_PROXY', '10.0.0.0/99'],
    ['TRUSTED_PROXY', 'everybody'],
    ['LOG_LEVEL', 'loud'],
    ['DEMO', 'maybe'],
    ['PASSWORD_MAX_AGE_DAYS', '0'],
    ['PASSWORD_MAX_AGE_DAYS', '3651'],
    ['PASSWORD_MAX_AGE_DAYS', '90 days'],
    ['PASSWORD_MAX_AGE_DAYS', '1.5'],
  ])('%s=%s', (name, value) => {
    const [problem, ...others] = problems({ ...real, [name]: value })
    expect(others).toEqual([])
    expect(problem).toMatch(new RegExp(`^${name}.*: (give|set) .*\\.$`))
    expect(problem).not.toContain('hush')
  })

  test('a real database without secret and origin names both', () => {
    expect(problems({ DATABASE_URL: real.DATABASE_URL })).toEqual([
      expect.stringMatching(/^PUBLIC_ORIGIN is missing: set /),
      expect.stringMatching(/^SECRET_KEY is missing: set /),
    ])
  })

  test('file storage is all or nothing', () => {
    expect(problems({ S3_BUCKET: 'files', S3_KEY: 'k' })).toEqual([
      expect.stringMatching(/^S3_ENDPOINT, S3_SECRET missing/),
    ])
  })

  test('every problem is told at once', () => {
    expect(problems({ PORT: 'x', LOG_LEVEL: 'y', DEMO: 'z' })).toHaveLength(3)
  })
})

test('what is given arrives', () => {
  const env = settings({
    ...real,
    PUBLIC_ORIGIN: 'https://robot.example.cn/',
    TRUSTED_PROXY: '10.0.0.0/8, ::1',
    SMTP_URL: 'smtps://u:p@mail.example.cn?from=desk@example.cn',
    PASSWORD_MAX_AGE_DAYS: '90',
    S3_ENDPOINT: 'https://s3.example.cn',
    S3_BUCKET: 'files',
    S3_KEY: 'k',
    S3_SECRET: 's',
  })
  expect(env).toMatchObject({
    PUBLIC_ORIGIN: 'https://robot.example.cn',
    TRUSTED_PROXY: '10.0.0.0/8, ::1',
    MAIL_FROM: 'desk@example.cn',
    PASSWORD_MAX_AGE_DAYS: 90,
    S3: { endpoint: 'https://s3.example.cn', bucket: 'files', region: 'us-east-1' },
  })
})
