import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { respond } from '#http/respond.ts'
import { showHome } from '#services/home/home.ts'
import { HomePage } from '#ui/home/home-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

/** The home page bears the platform's own name. */
export const handle: PageHandle = { title: () => '' }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, showHome)
}

export default function Home() {
  return <HomePage home={useLoaderData<typeof loader>()} />
}
