import type { LoaderFunctionArgs } from '@remix-run/node'
import { respond } from '#http/respond.ts'
import { countFits } from '#services/matching/count-fits.ts'

/** How many published products would fit the draft as it is saved. */
export async function loader(args: LoaderFunctionArgs) {
  return Response.json(await respond(args, ctx => countFits(ctx, args.params.scenarioId)))
}
