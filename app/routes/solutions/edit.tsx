import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { EditSolution, editSolution } from '#services/solutions/edit.ts'
import { solutionSheet } from '#services/solutions/form.ts'
import { ReturnNotes } from '#ui/review/return-notes.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { SolutionForm } from '#ui/solutions/solution-form.tsx'

export const handle: PageHandle = { title: t => t('solution.form.edit') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => solutionSheet(ctx, args.params.solutionId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, EditSolution, async (form, ctx) => {
    const { id } = await editSolution(ctx, form)
    return redirectWithToast(args.context, paths.solution(id), { key: 'solution.toast.saved' })
  })
}

export default function EditSolutionPage() {
  const t = useT()
  const sheet = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { draft } = sheet
  if (!draft) return null
  const title = draft.version > 1 ? t('solution.form.revise', { n: draft.version }) : t('solution.form.edit')
  const name = draft.name || t('solution.mine.untitled')
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('solution.list.title'), href: paths.solutions() },
          { label: draft.number ?? name, href: paths.solution(draft.id) },
          { label: title },
        ]}
      />
      <PageHead
        title={title}
        facts={
          <>
            <span>{name}</span>
            <span>{sheet.organization}</span>
          </>
        }
      />
      {draft.returned && <ReturnNotes {...draft.returned} hrefOf={field => `#solution-${field}`} />}
      <p className="prose ink2 t14 prodform__lead">{t('solution.form.lead')}</p>
      <SolutionForm sheet={sheet} answer={answer} />
    </Wrap>
  )
}
