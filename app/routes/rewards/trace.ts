import type { LoaderFunctionArgs } from '@remix-run/node'
import { RewardInquiry } from '#domain/rewards/inquiry.ts'
import { answerApi } from '#http/api.ts'
import { readQuery } from '#http/query-form.ts'
import { Refusal } from '#services/refusal.ts'
import { calculateReward, traceFile } from '#services/rewards/calculate.ts'

/** The trace of the question in the address, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const answer = await answerApi(args, ctx => {
    const { value, errors } = readQuery(args, RewardInquiry)
    const path = Object.keys(errors?.error ?? {})[0]
    if (!value) throw new Refusal('invalid', 'api.invalidQuery', { path, detail: { message: '' } })
    return traceFile(calculateReward(ctx, value))
  })
  if (answer.ok) answer.headers.set('Content-Disposition', 'attachment; filename="reward-trace.json"')
  return answer
}
