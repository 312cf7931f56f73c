import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { contactSheet, ViewContact, viewContact } from '#services/audit/access.ts'
import { ContactPage } from '#ui/audit/contact-page.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('audit.contact.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => contactSheet(ctx, args.params.accountId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, ViewContact.omit({ id: true }), async (value, ctx) => {
    const { id } = await contactSheet(ctx, args.params.accountId)
    return { submission: null, refusal: null, contact: await viewContact(ctx, { ...value, id }) }
  })
}

export default function Contact() {
  const { name, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const contact = answer && 'contact' in answer ? answer.contact : null
  return <ContactPage name={name} formKey={formKey} lastResult={answer?.submission} contact={contact} />
}
