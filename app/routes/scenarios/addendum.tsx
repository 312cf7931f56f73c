import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mostFields } from '#http/form-data.ts'
import { readForm } from '#http/read-form.ts'
import { answered, respond } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { uploaded } from '#http/uploaded.ts'
import { paths } from '#paths'
import type { Context } from '#services/context.ts'
import { addendumSheet } from '#services/scenarios/addenda.ts'
import { AmendScenario, amendScenario } from '#services/scenarios/amend.ts'
import { permitStaging, StageFiles, stageFiles } from '#services/scenarios/stage-files.ts'
import { AddendumPage } from '#ui/scenarios/addendum-form.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('review.addenda.write') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => addendumSheet(ctx, args.params.scenarioId))
}

/** Files are taken first, whatever the rest of the form says; then the addendum is judged, unless they were all. */
export async function action(args: ActionFunctionArgs) {
  const { scenarioId } = args.params
  const door = {
    schema: StageFiles,
    gate: (ctx: Context) => permitStaging(ctx, scenarioId),
    ahead: { fields: mostFields },
  }
  return uploaded(args, door, async (staging, ctx, { files, form }) => {
    await stageFiles(ctx, staging, files)
    if (staging.act)
      return data({
        ...{ submission: readForm(form, StageFiles).reply(), refusal: null },
        kept: staging.act === 'keep' || files.length > 0,
      })
    return answered(args, form, {
      schema: AmendScenario,
      work: async (amendment, inner) => {
        await amendScenario(inner, amendment)
        const to = paths.scenarioAddenda(amendment.id)
        return redirectWithToast(args.context, to, { key: 'review.toast.amended' })
      },
    })
  })
}

export default function NewAddendum() {
  return <AddendumPage sheet={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
