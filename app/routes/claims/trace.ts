import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerApi } from '#http/api.ts'
import { traceFile } from '#services/rewards/calculate.ts'
import { showClaim } from '#services/rewards/show.ts'

/** The claim's trace as a file, for those who may see the claim. */
export async function loader(args: LoaderFunctionArgs) {
  const answer = await answerApi(args, async ctx => {
    const { number, status, calculation } = await showClaim(ctx, args.params.claimId)
    return { number, status, ...traceFile(calculation) }
  })
  if (answer.ok) answer.headers.set('Content-Disposition', 'attachment; filename="reward-claim-trace.json"')
  return answer
}
