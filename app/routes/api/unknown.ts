import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { answerRead } from '#http/api-reader.ts'
import { Refusal } from '#services/refusal.ts'

/** Whatever the API does not have is a problem in its own tongue, not a page. */
export function loader(args: LoaderFunctionArgs) {
  return answerRead(args, async () => {
    throw new Refusal('notFound', 'api.unknown')
  })
}

export function action(args: ActionFunctionArgs) {
  return loader(args)
}
