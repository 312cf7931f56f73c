import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { currentWeights } from '#services/matching/weights.ts'
import { FormulaPage } from '#ui/about/formula.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('about.formula.title') }

export function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx => ({ weights: await currentWeights(ctx.db) }))
}

export default function Formula() {
  const { weights } = useLoaderData<typeof loader>()
  return <FormulaPage weights={weights} />
}
