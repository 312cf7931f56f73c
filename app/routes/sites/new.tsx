import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { DraftSite, draftSite } from '#services/sites/draft.ts'
import { newSiteSheet } from '#services/sites/show.ts'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { SiteForm } from '#ui/sites/site-form.tsx'

export const handle: PageHandle = { title: t => t('site.new') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, newSiteSheet)
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, DraftSite, async (form, ctx) => {
    const { id } = await draftSite(ctx, form)
    return redirectWithToast(args.context, paths.site(id), { key: 'site.toast.saved' })
  })
}

export default function NewSite() {
  const t = useT()
  const sheet = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Wrap>
      <Crumbs items={[{ label: t('site.title'), href: paths.sites() }, { label: t('site.new') }]} />
      <PageHead title={t('site.new')} facts={<span>{sheet.organization}</span>} />
      <p className="prose ink2">{t('site.newLead')}</p>
      <SiteForm sheet={sheet} answer={answer} />
    </Wrap>
  )
}
