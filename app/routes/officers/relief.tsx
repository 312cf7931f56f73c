import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { officerRoles } from '#domain/vocabulary.ts'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { newFormKey } from '#services/new-id.ts'
import { showOfficer } from '#services/officers/list.ts'
import { RelieveOfficer, relieveOfficer } from '#services/officers/relieve.ts'
import { AccountFrame } from '#ui/account/frame.tsx'
import { PlainForm } from '#ui/account/plain-form.tsx'
import { FormKey } from '#ui/form/form-key.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { Section } from '#ui/shell/section.tsx'

export const handle: PageHandle = { title: t => t('account.officers.reliefTitle') }

export async function loader(args: LoaderFunctionArgs) {
  const query = Object.fromEntries(new URL(args.request.url).searchParams)
  return respond(args, async ctx => ({ officer: await showOfficer(ctx, query), formKey: newFormKey() }))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, RelieveOfficer, async (value, ctx) => {
    await relieveOfficer(ctx, value)
    return redirectWithToast(args.context, paths.officers(), { key: 'account.officers.relieved' })
  })
}

export default function Relief() {
  const t = useT()
  const { officer, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <AccountFrame
      title={t('account.officers.reliefTitle')}
      note={`${officer.name} · ${t.pick(officerRoles[officer.role])}`}
    >
      <Section title={t('account.officers.reason')} note={t('account.officers.reliefText')}>
        <PlainForm
          id="relief"
          lines={[{ name: 'reason', label: t('account.officers.reason') }]}
          submit={t('account.officers.relieve')}
          look="refuse"
          lastResult={answer?.submission}
        >
          <FormKey value={formKey} />
          <input type="hidden" name="accountId" value={officer.accountId} />
          <input type="hidden" name="role" value={officer.role} />
        </PlainForm>
      </Section>
    </AccountFrame>
  )
}
