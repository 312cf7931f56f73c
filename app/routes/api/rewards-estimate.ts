import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { estimate } from '#domain/rewards/estimate.ts'
import { answerApi, jsonBody, notAllowed } from '#http/api.ts'
import { Refusal } from '#services/refusal.ts'

/** What only takes POST says so in the API's own tongue. */
export function loader() {
  return notAllowed('POST')
}

/** The same JSON as `npm run reward`: a list of claims in, verdicts, ceilings and traces out. Nothing is stored. */
export function action({ request, ...args }: ActionFunctionArgs) {
  return answerApi({ request, ...args }, async () => {
    const body = await jsonBody(request, z.unknown())
    const answer = estimate(body)
    if (answer.invalid.some(entry => entry.index < 0)) {
      const reason = Array.isArray(body) ? 'field.tooMany' : 'reward.notAList'
      throw new Refusal('invalid', reason, { path: '(body)' })
    }
    return answer
  })
}
