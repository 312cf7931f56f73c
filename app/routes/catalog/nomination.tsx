import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { respond, submitted } from '#http/respond.ts'
import { paths } from '#paths'
import { NominateEntry, nominateEntry, nominationForm } from '#services/catalog/nominate.ts'
import { BeforeAfter } from '#ui/catalog/before-after.tsx'
import { NominationForm } from '#ui/catalog/forms.tsx'
import { Alert } from '#ui/primitives/alert.tsx'
import { ButtonLink } from '#ui/primitives/button.tsx'
import { DeedPage } from '#ui/shell/deed-page.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { Section } from '#ui/shell/section.tsx'

export const handle: PageHandle = { title: t => t('catalog.nominate') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, ctx => nominationForm(ctx, args.params.pilotId))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, NominateEntry.omit({ pilotId: true }), async (value, ctx) => {
    const { pilot } = await nominationForm(ctx, args.params.pilotId)
    const { id } = await nominateEntry(ctx, { ...value, pilotId: pilot.id })
    return redirect(paths.entry(id))
  })
}

export default function NominatePilot() {
  const t = useT()
  const { pilot, metrics, earlier, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <DeedPage
      title={t('catalog.nominate')}
      crumbs={[
        { label: t('pilot.list'), href: paths.pilots() },
        { label: pilot.number ?? pilot.title, href: paths.pilot(pilot.id) },
      ]}
      facts={<span>{t('catalog.intro.nominate')}</span>}
    >
      {earlier ? (
        <Alert title={t('catalog.alreadyNominated')}>
          <ButtonLink look="quiet" size="sm" href={paths.entry(earlier)}>
            {t('pilot.act.seeEntry')}
          </ButtonLink>
        </Alert>
      ) : (
        <>
          <Section top title={t('catalog.results')} note={t('catalog.resultsNote')}>
            <BeforeAfter
              metrics={metrics}
              source={t('catalog.fromPilot', { number: pilot.number ?? '' })}
              href={paths.pilot(pilot.id)}
            />
          </Section>
          <NominationForm formKey={formKey} title={pilot.title} lastResult={answer?.submission} />
        </>
      )}
    </DeedPage>
  )
}
