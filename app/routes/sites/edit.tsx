import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { EditSite, editSite } from '#services/sites/edit.ts'
import { siteSheet } from '#services/sites/show.ts'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { SiteForm } from '#ui/sites/site-form.tsx'

export const handle: PageHandle = { title: t => t('site.edit') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => siteSheet(ctx, args.params.siteId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, EditSite, async (form, ctx) => {
    const { id } = await editSite(ctx, form)
    return redirectWithToast(args.context, paths.site(id), { key: 'site.toast.saved' })
  })
}

export default function EditSitePage() {
  const t = useT()
  const sheet = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { draft } = sheet
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('site.title'), href: paths.sites() },
          { label: draft.content.name, href: paths.site(draft.id) },
          { label: t('site.edit') },
        ]}
      />
      <PageHead title={t('site.edit')} facts={<span>{sheet.organization}</span>} />
      <p className="prose ink2">{t('site.editLead')}</p>
      <SiteForm sheet={sheet} answer={answer} />
    </Wrap>
  )
}
