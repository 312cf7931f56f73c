import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { memberRoles } from '#domain/vocabulary.ts'
import { deed } from '#http/deed.ts'
import { respond } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { AcceptInvitation, acceptInvitation, showInvitation } from '#services/organizations/accept.ts'
import { FormKey } from '#ui/form/form-key.tsx'
import { SubmitButton } from '#ui/form/submit-button.tsx'
import { FactGrid } from '#ui/pattern/fact-grid.tsx'
import { Alert } from '#ui/primitives/alert.tsx'
import { Actions, ButtonLink } from '#ui/primitives/button.tsx'
import { DeedPage } from '#ui/shell/deed-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('organization.invitation.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => showInvitation(ctx, args.params.token))
}

export async function action(args: ActionFunctionArgs) {
  return deed(args, AcceptInvitation, async (form, ctx) => {
    const { id } = await acceptInvitation(ctx, form)
    return redirectWithToast(args.context, paths.organization(id), { key: 'organization.toast.joined' })
  })
}

export default function Invitation() {
  const t = useT()
  const { token = '' } = useParams()
  const { organization, role, email, expiresAt, standing, isSignedIn, can, formKey } =
    useLoaderData<typeof loader>()
  const title = t('organization.invitation.page', { organization })
  const facts = [
    { key: 'to', term: t('organization.invitation.sentTo'), value: email },
    { key: 'role', term: t('organization.member.role'), value: t.pick(memberRoles[role]) },
    {
      key: 'until',
      term: t('organization.document.validUntil'),
      value: <span className="num">{t.dateTime(expiresAt)}</span>,
    },
  ]
  return (
    <DeedPage title={title} crumbs={[]}>
      <p className="ink2 prose">
        {t('organization.invitation.pageLead', { organization, role: t.pick(memberRoles[role]) })}
      </p>
      <FactGrid facts={facts} />
      {can.ok ? (
        <form method="post" className="mt5">
          <FormKey value={formKey} />
          <input type="hidden" name="token" value={token} />
          <Actions>
            <SubmitButton>{t('organization.invitation.accept')}</SubmitButton>
          </Actions>
        </form>
      ) : standing === 'open' && !isSignedIn ? (
        <>
          <p className="mt5">{t('organization.invitation.signInText', { email })}</p>
          <Actions className="mt4">
            <ButtonLink href={paths.signIn(paths.invitation(token))}>
              {t('organization.invitation.signIn')}
            </ButtonLink>
            <ButtonLink look="line" href={paths.register(paths.invitation(token))}>
              {t('account.register')}
            </ButtonLink>
          </Actions>
        </>
      ) : (
        <Alert tone="red" title={t('organization.invitation.closed')}>
          <p>{t.reason(can.reason, can.detail)}</p>
        </Alert>
      )}
    </DeedPage>
  )
}
