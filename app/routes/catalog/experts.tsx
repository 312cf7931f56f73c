import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { paths } from '#paths'
import { AssignExperts, assignExperts, expertChoice } from '#services/catalog/assign.ts'
import { ExpertsForm } from '#ui/catalog/experts-form.tsx'
import { Alert } from '#ui/primitives/alert.tsx'
import { DeedPage } from '#ui/shell/deed-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('catalog.act.assign') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => expertChoice(ctx, args.params.entryId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, AssignExperts.omit({ id: true }), async (value, ctx) => {
    const { id } = await expertChoice(ctx, args.params.entryId)
    await assignExperts(ctx, { ...value, id })
    return redirect(paths.entry(id))
  })
}

/** 指派专家: who reviews this entry, and who cannot. */
export default function AssignExpertsPage() {
  const t = useT()
  const { id, number, title, experts, can, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <DeedPage
      title={t('catalog.act.assign')}
      crumbs={[
        { label: t('catalog.list'), href: paths.catalog() },
        { label: number ?? title, href: paths.entry(id) },
      ]}
      facts={
        <>
          <span>{title}</span>
          <span>{t('catalog.intro.assign')}</span>
        </>
      }
    >
      {can.ok ? (
        <ExpertsForm experts={experts} formKey={formKey} lastResult={answer?.submission} />
      ) : (
        <Alert title={t('pilot.closed')}>{t.reason(can.reason, can.detail)}</Alert>
      )}
    </DeedPage>
  )
}
