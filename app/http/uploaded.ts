import { data } from '@remix-run/node'
import type { z } from 'zod'
import type { Reason } from '#domain/shared/verdict.ts'
import type { Context } from '#services/context.ts'
import type { Upload } from '#services/files/upload.ts'
import { Refusal } from '#services/refusal.ts'
import { spoolOf } from './files.ts'
import { isUpload } from './limits.ts'
import type { RequestArgs } from './load-context.ts'
import { type Multipart, readMultipart } from './multipart.ts'
import { readForm } from './read-form.ts'
import { answered, respond } from './respond.ts'

interface UploadDoor<S extends z.ZodType> {
  schema: S
  /** Throws for whom may not send a file here; asked before a byte of the body is read. */
  gate: (ctx: Context) => Promise<unknown>
  /**
   * For files that a long form brings along: they are taken before the rest is judged, whichever of its buttons was
   * pressed, and it may have so many fields.
   */
  ahead?: { fields: number }
}

/** The files of a form in the spool, and all of its fields, for a verb that judges more of them than the schema. */
interface Brought {
  files: readonly Upload[]
  form: FormData
}

let inHand = 0

/**
 * `submitted` for a form with files: who may not send any is told so before the body is read; then fields are parsed
 * with the verb's schema and `work` gets the files, which lie in the spool until it returns. A form that is too large
 * (413) or not whole (422) comes back with what was typed and the reason at its field `file`.
 */
export async function uploaded<S extends z.ZodType, T>(
  args: RequestArgs,
  { schema, gate, ahead }: UploadDoor<S>,
  work: (value: z.output<S>, ctx: Context, brought: Brought) => Promise<T>,
) {
  const { request, context } = args
  try {
    await respond(args, async ctx => {
      if (ctx.actor.kind !== 'person') throw new Refusal('unauthenticated', 'account.signInFirst')
      await gate(ctx)
      if (inHand >= context.limits.uploadsAtOnce)
        throw new Refusal('tooMany', 'file.busy', { detail: { retryAfterSeconds: 5 } })
    })
  } catch (refused) {
    await hearOut(request, context.limits.uploadBytes)
    throw refused
  }
  const judged = ({ files, form }: Brought) =>
    answered(args, ahead ? withoutIntent(form) : form, {
      schema,
      work: (value, ctx) => work(value, ctx, { files, form }),
    })
  if (!isUpload(new URL(request.url).pathname, request.headers.get('content-type')))
    return judged({ files: [], form: await request.formData() })
  inHand += 1
  try {
    const limits = ahead ? { ...context.limits, uploadFields: ahead.fields } : context.limits
    const multipart = await readMultipart(request, limits, spoolOf(context.env.DATA_DIR))
    try {
      if (multipart.problem) return refusedForm(args, multipart, schema)
      return await judged(multipart)
    } finally {
      await multipart.dispose()
    }
  } finally {
    inHand -= 1
  }
}

/** The form without the press of a button that adds or removes a row, which is for whoever judges the rows. */
function withoutIntent(form: FormData): FormData {
  const rest = new FormData()
  for (const [name, value] of form) if (name !== '__intent__') rest.append(name, value)
  return rest
}

const problems: Record<NonNullable<Multipart['problem']>, { reason: Reason; status: number }> = {
  tooLarge: { reason: 'file.formTooLarge', status: 413 },
  tooMany: { reason: 'file.formTooMany', status: 422 },
  broken: { reason: 'file.formBroken', status: 422 },
}

function refusedForm<S extends z.ZodType>({ context }: RequestArgs, { form, problem }: Multipart, schema: S) {
  const { reason, status } = problems[problem ?? 'broken']
  const message = `${reason}|max=${Math.floor(context.limits.uploadBytes / 1024 / 1024)}`
  return data(
    { submission: readForm(form, schema).reply({ fieldErrors: { file: [message] } }), refusal: null },
    { status },
  )
}

/** Reads what nobody wants, up to the size of a file: a browser that is still sending does not hear an answer. */
async function hearOut(request: Request, most: number): Promise<void> {
  if (!request.body || request.bodyUsed || request.body.locked) return
  const reader = request.body.getReader()
  let heard = 0
  try {
    for (let next = await reader.read(); !next.done && heard < most; next = await reader.read())
      heard += next.value.length
  } catch {
    // Whoever hung up wants no answer either.
  } finally {
    reader.cancel().catch(() => {})
  }
}
