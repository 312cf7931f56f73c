import type { LoaderFunctionArgs } from '@remix-run/node'
import { fileAnswer } from '#http/file-answer.ts'
import { respond } from '#http/respond.ts'
import { fetchFile } from '#services/files/fetch.ts'

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx =>
    fileAnswer(await fetchFile(ctx, args.params.fileId, 'file'), 'attachment'),
  )
}
