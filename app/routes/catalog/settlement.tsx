import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { paths } from '#paths'
import { SettleObjection, settleObjection } from '#services/catalog/settle.ts'
import { showEntryDeed } from '#services/catalog/show.ts'
import { ReasonForm } from '#ui/catalog/forms.tsx'
import { Alert } from '#ui/primitives/alert.tsx'
import { DeedPage } from '#ui/shell/deed-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { Section } from '#ui/shell/section.tsx'

export const handle: PageHandle = { title: t => t('catalog.act.settle') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showEntryDeed(ctx, args.params.entryId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, SettleObjection.omit({ id: true }), async (value, ctx) => {
    const { id } = await showEntryDeed(ctx, args.params.entryId)
    await settleObjection(ctx, { ...value, id })
    return redirect(paths.entry(id))
  })
}

export default function SettleObjectionPage() {
  const t = useT()
  const entry = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const verdict = entry.can.settle
  return (
    <DeedPage
      title={t('catalog.act.settle')}
      crumbs={[
        { label: t('catalog.list'), href: paths.catalog() },
        { label: entry.number ?? entry.title, href: paths.entry(entry.id) },
      ]}
      facts={
        <>
          <span>{entry.title}</span>
          <span>{t('catalog.intro.settle')}</span>
        </>
      }
    >
      {verdict.ok ? (
        entry.objections
          .filter(each => each.settledAt === null)
          .map(each => (
            <Section
              key={each.id}
              top
              title={each.statement}
              note={t('catalog.filedAt', { at: t.dateTime(each.filedAt) })}
            >
              <ReasonForm
                name="answer"
                label={t('catalog.answer')}
                hint={t('catalog.answerHint')}
                submit={t('catalog.act.settle')}
                formKey={entry.formKey}
                hidden={<input type="hidden" name="objectionId" value={each.id} />}
                lastResult={answer?.submission}
              />
            </Section>
          ))
      ) : (
        <Alert title={t('pilot.closed')}>{t.reason(verdict.reason, verdict.detail)}</Alert>
      )}
    </DeedPage>
  )
}
