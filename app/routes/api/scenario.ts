import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerRead } from '#http/api-reader.ts'
import { scenarioDetail } from '#http/api-views.ts'
import { showScenario } from '#services/scenarios/show.ts'

export function loader(args: LoaderFunctionArgs) {
  return answerRead(args, async (ctx, origin) =>
    scenarioDetail(await showScenario(ctx, args.params.scenarioId), origin),
  )
}
