import type { ActionFunctionArgs } from '@remix-run/node'
import { TypedNeed } from '#domain/matching/typed-need.ts'
import { deed } from '#http/deed.ts'
import { countTypedFits } from '#services/matching/count-fits.ts'

/** The same for what stands in the form, saved or not. It changes nothing, but is too long for an address. */
export async function action(args: ActionFunctionArgs) {
  return Response.json(await deed(args, TypedNeed, (typed, ctx) => countTypedFits(ctx, typed)))
}
