import type { LoaderFunctionArgs } from '@remix-run/node'
import { apiDocument } from '#http/api-document.ts'

export function loader({ context }: LoaderFunctionArgs) {
  return Response.json(apiDocument(context.env.PUBLIC_ORIGIN))
}
