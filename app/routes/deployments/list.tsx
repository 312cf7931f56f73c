import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { ownDeployments } from '#services/products/own-deployments.ts'
import { OwnDeploymentsPage } from '#ui/products/own-deployments-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('deployments.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ownDeployments)
}

export default function OwnDeployments() {
  return <OwnDeploymentsPage {...useLoaderData<typeof loader>()} />
}
