import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { searchRhythms } from '#domain/saved-searches/kept.ts'
import { mailRhythms } from '#domain/shared/notice-matrix.ts'
import { respond, submitted } from '#http/respond.ts'
import { redirectWithToast } from '#http/toast.ts'
import { paths } from '#paths'
import { ChangeProfile, changeProfile, showAccount } from '#services/accounts/profile.ts'
import { showMatchRhythm } from '#services/matches/preference.ts'
import { showRhythm } from '#services/notifications/preferences.ts'
import { AccountFrame } from '#ui/account/frame.tsx'
import { type Line, PlainForm } from '#ui/account/plain-form.tsx'
import { RhythmForm } from '#ui/account/rhythm-form.tsx'
import { Alert } from '#ui/primitives/alert.tsx'
import { ButtonLink } from '#ui/primitives/button.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Link } from '#ui/shell/link.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'
import { Section } from '#ui/shell/section.tsx'

export const handle: PageHandle = { title: t => t('account.own.title') }

export async function loader(args: LoaderFunctionArgs) {
  return respond(args, async ctx => ({
    own: await showAccount(ctx),
    rhythm: await showRhythm(ctx),
    matchRhythm: await showMatchRhythm(ctx),
  }))
}

export async function action(args: ActionFunctionArgs) {
  return submitted(args, ChangeProfile, async (value, ctx) => {
    await changeProfile(ctx, value)
    return redirectWithToast(args.context, paths.account(), { key: 'account.own.saved' })
  })
}

export default function Account() {
  const t = useT()
  const { own, rhythm, matchRhythm } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const open = own.canChange.ok
  const lines: Line[] = [
    { name: 'name', label: t('account.name'), autoComplete: 'name' },
    {
      name: 'phone',
      label: t('account.phone'),
      kind: 'tel',
      hint: t('account.phoneHint'),
      autoComplete: 'tel',
      optional: true,
    },
  ]
  return (
    <AccountFrame title={t('account.own.title')} note={t('account.own.note')}>
      {own.mustEnrol && (
        <Alert tone="red" title={t('account.own.mustEnrol')}>
          <p>{t('account.own.mustEnrolText')}</p>
          <p>
            <Link href={paths.accountFactors()}>{t('account.own.factorSee')}</Link>
          </p>
        </Alert>
      )}
      {!open && <Alert title={t('account.own.demo')} />}
      <Section title={t('account.own.profile')} note={t('account.own.profileNote')}>
        {open ? (
          <PlainForm
            id="profile"
            lines={lines}
            values={{ name: own.name, phone: own.phone ?? '' }}
            submit={t('account.own.save')}
            lastResult={answer?.submission}
          />
        ) : (
          <p>{own.name}</p>
        )}
      </Section>
      <Section title={t('account.own.emailTitle')} note={t('account.own.emailNote')}>
        <p>{own.email}</p>
        {open && <Way href={paths.accountEmailNew()} label={t('account.own.emailChange')} />}
      </Section>
      <Section title={t('account.own.passwordTitle')}>
        <p>{t('account.own.passwordNote', { date: t.date(own.passwordSetAt) })}</p>
        {open && <Way href={paths.accountPassword()} label={t('account.own.passwordChange')} />}
      </Section>
      <Section title={t('account.own.factorTitle')} note={t('account.factor.note')}>
        <p>{t(own.hasFactor ? 'account.own.factorOn' : 'account.own.factorOff')}</p>
        {open && <Way href={paths.accountFactors()} label={t('account.own.factorSee')} />}
      </Section>
      <Section title={t('account.rhythm.title')} note={t('account.rhythm.note')}>
        <RhythmForm
          id="rhythm"
          action={paths.accountMail()}
          rhythm={rhythm}
          label={t('account.rhythm.label')}
          options={mailRhythms.map(value => ({ value, label: t(`account.rhythm.${value}`) }))}
        />
        <p className="t13 mt2">
          <Link href={paths.noticeMatrix()}>{t('account.rhythm.see')}</Link>
        </p>
      </Section>
      <Section title={t('matches.rhythm.title')} note={t('matches.rhythm.note')}>
        <RhythmForm
          id="matches"
          action={paths.accountMatches()}
          rhythm={matchRhythm}
          label={t('matches.rhythm.label')}
          options={searchRhythms.map(value => ({ value, label: t(`matches.rhythm.${value}`) }))}
        />
      </Section>
      <Section title={t('account.privacy.title')} note={t('account.privacy.note')}>
        <Way href={paths.accountPrivacy()} label={t('account.privacy.see')} />
      </Section>
      <Section title={t('account.own.sessionsTitle')} note={t('account.own.sessionsNote')}>
        <Way href={paths.accountSessions()} label={t('account.own.sessionsSee')} />
      </Section>
    </AccountFrame>
  )
}

function Way({ href, label }: { href: string; label: string }) {
  return (
    <p className="mt2">
      <ButtonLink look="line" size="sm" href={href}>
        {label}
      </ButtonLink>
    </p>
  )
}
