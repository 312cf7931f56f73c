import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { DraftSolution, draftSolution } from '#services/solutions/draft.ts'
import { newSolutionSheet } from '#services/solutions/form.ts'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { SolutionForm } from '#ui/solutions/solution-form.tsx'

export const handle: PageHandle = { title: t => t('solution.form.new') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => newSolutionSheet(ctx))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, DraftSolution, async (form, ctx) => {
    const { id } = await draftSolution(ctx, form)
    return redirectWithToast(args.context, paths.solution(id), { key: 'solution.toast.saved' })
  })
}

export default function NewSolution() {
  const t = useT()
  const sheet = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('solution.list.title'), href: paths.solutions() },
          { label: t('solution.form.new') },
        ]}
      />
      <PageHead title={t('solution.form.new')} facts={<span>{sheet.organization}</span>} />
      <p className="prose ink2 t14 prodform__lead">{t('solution.form.lead')}</p>
      <SolutionForm sheet={sheet} answer={answer} />
    </Wrap>
  )
}
