import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { paths } from '#paths'
import { Recuse, recusalSheet, recuse } from '#services/recusals/recuse.ts'
import { ReasonForm } from '#ui/catalog/forms.tsx'
import { Alert } from '#ui/primitives/alert.tsx'
import { DeedPage } from '#ui/shell/deed-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('office.recusal.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => recusalSheet(ctx, args.params))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, Recuse.omit({ noun: true, objectId: true }), async (value, ctx) => {
    const { noun, id } = await recusalSheet(ctx, args.params)
    await recuse(ctx, { ...value, noun, objectId: id })
    return redirect(paths.queue())
  })
}

/** 申请回避: the reason is kept; the matter stays with the others. */
export default function RecusePage() {
  const t = useT()
  const { title, can, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <DeedPage
      title={t('office.recusal.title')}
      crumbs={[{ label: t('common.nav.queue'), href: paths.queue() }]}
      facts={
        <>
          <span>{title}</span>
          <span>{t('office.recusal.intro')}</span>
        </>
      }
    >
      {can.ok ? (
        <ReasonForm
          name="reason"
          label={t('office.recusal.reason')}
          hint={t('office.recusal.hint')}
          submit={t('office.recusal.send')}
          formKey={formKey}
          lastResult={answer?.submission}
        />
      ) : (
        <Alert title={t('pilot.closed')}>{t.reason(can.reason, can.detail)}</Alert>
      )}
    </DeedPage>
  )
}
