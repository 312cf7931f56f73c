import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { ProposeWeights, proposeWeights } from '#services/weights/propose.ts'
import { weightsSheet } from '#services/weights/show.ts'
import { DeedPage } from '#ui/shell/deed-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { WeightsForm } from '#ui/weights/weights-form.tsx'

export const handle: PageHandle = { title: t => t('weights.form.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, weightsSheet)
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, ProposeWeights, async (form, ctx) => {
    const { id } = await proposeWeights(ctx, form)
    return redirectWithToast(args.context, paths.weightsProposal(id), { key: 'weights.toast.proposed' })
  })
}

export default function ProposeWeightsPage() {
  const t = useT()
  return (
    <DeedPage
      title={t('weights.form.title')}
      crumbs={[{ label: t('weights.title'), href: paths.weights() }]}
      facts={<span>{t('weights.form.lead')}</span>}
    >
      <WeightsForm sheet={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
    </DeedPage>
  )
}
