import type { LoaderFunctionArgs } from '@remix-run/node'
import { queryOf } from '#http/api.ts'
import { answerRead } from '#http/api-reader.ts'
import { ScenarioParams } from '#http/api-shapes.ts'
import { scenarioList } from '#http/api-views.ts'
import { listScenarios } from '#services/scenarios/list.ts'

export function loader(args: LoaderFunctionArgs) {
  return answerRead(args, async (ctx, origin) =>
    scenarioList(await listScenarios(ctx, queryOf(args.request, ScenarioParams)), origin),
  )
}
