import { readFileSync } from 'node:fs'
import { estimate, estimateRequestSchema } from '#domain/rewards/estimate.ts'

const usage = `npm run reward -- FILE   assess the JSON list of claims in FILE (- reads standard input)
npm run reward -- --schema   print the JSON Schema of that list`

/** Exit 0: all assessed; 2: some entries or the file unusable, named in \`invalid\` or on standard error. */
function main(args: readonly string[]): number {
  const [argument, ...rest] = args
  if (argument === '--schema') return print(estimateRequestSchema())
  if (argument === undefined || rest.length > 0) return complain(usage)
  if (argument === '--help') return print(usage)
  const text = readInput(argument)
  if (text === null) return complain(`Cannot read ${argument}: no such file, or not readable.`)
  const list = parsed(text)
  if (!list) return complain(`${argument} is not JSON. Expected a list of claims; see --schema.`)
  const answer = estimate(list.value)
  print(answer)
  return answer.invalid.length === 0 ? 0 : 2
}

function readInput(name: string): string | null {
  try {
    return readFileSync(name === '-' ? 0 : name, 'utf8')
  } catch {
    return null
  }
}

function parsed(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) }
  } catch {
    return null
  }
}

function print(value: unknown): number {
  process.stdout.write(`${typeof value === 'string' ? value : JSON.stringify(value, null, 2)}\n`)
  return 0
}

function complain(text: string): number {
  process.stderr.write(`${text}\n`)
  return 2
}

process.exitCode = main(process.argv.slice(2))
