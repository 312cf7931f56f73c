import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { FormulaQuery, showFormula } from '#services/weights/formula.ts'
import { FormulaPage } from '#ui/about/formula.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('about.formula.title') }

export function loader(args: LoaderFunctionArgs) {
  const query = FormulaQuery.parse(Object.fromEntries(new URL(args.request.url).searchParams))
  return respond(args, ctx => showFormula(ctx, query))
}

export default function Formula() {
  return <FormulaPage view={useLoaderData<typeof loader>()} />
}
