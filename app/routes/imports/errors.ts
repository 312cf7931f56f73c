import type { LoaderFunctionArgs } from '@remix-run/node'
import { downloaded } from '#http/download.ts'
import { respond } from '#http/respond.ts'
import { speakTo } from '#http/speak.ts'
import { downloadErrors } from '#services/imports/download.ts'
import { speakError } from '#ui/imports/speak.ts'

export async function loader(args: LoaderFunctionArgs) {
  const t = speakTo(args.request)
  return downloaded(
    await respond(args, ctx =>
      downloadErrors(ctx, args.params.importId, (noun, error) => speakError(t, noun, error)),
    ),
  )
}
