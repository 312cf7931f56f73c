import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { Credentials } from '#domain/accounts/credentials.ts'
import { demoPassword, demoPersonField } from '#domain/accounts/demo.ts'
import { workplaceOf } from '#domain/accounts/workplace.ts'
import { respond, submitted } from '#http/respond.ts'
import { safeRedirect } from '#http/safe-redirect.ts'
import { sessionCookie, visitOf } from '#http/session.ts'
import { paths } from '#paths'
import { listDemoPeople } from '#services/accounts/demo-people.ts'
import { signIn } from '#services/accounts/sign-in.ts'
import { DemoPeople } from '#ui/account/demo-people.tsx'
import { SignInForm } from '#ui/account/sign-in-form.tsx'
import { Crumbs } from '#ui/shell/crumbs.tsx'
import { useT } from '#ui/shell/dictionary.tsx'
import { Wrap } from '#ui/shell/frame.tsx'
import { Link } from '#ui/shell/link.tsx'
import { PageHead } from '#ui/shell/page-head.tsx'
import type { PageHandle } from '#ui/shell/page-title.ts'

export const handle: PageHandle = { title: t => t('account.signIn') }

const places = { queue: paths.queue, audit: paths.audit, workspace: paths.desk }

const nextOf = ({ url }: Request) => new URL(url).searchParams.get('next')

export async function loader(args: LoaderFunctionArgs) {
  const next = nextOf(args.request)
  return respond(args, async ctx => {
    if (ctx.actor.kind === 'person') throw redirect(safeRedirect(next, places[workplaceOf(ctx.actor)]()))
    const people = args.context.env.DEMO ? await listDemoPeople(ctx) : []
    return { next: next === null ? undefined : safeRedirect(next), people }
  })
}

const OneButton = z.object({ [demoPersonField]: z.string() })

/** A demo's one-button form names the person only. */
const DemoCredentials = z.preprocess(sent => {
  const { success, data } = OneButton.safeParse(sent)
  return success ? { email: data[demoPersonField], password: demoPassword } : sent
}, Credentials)

export async function action(args: ActionFunctionArgs) {
  return submitted(args, args.context.env.DEMO ? DemoCredentials : Credentials, async (value, ctx) => {
    const { token, pending, mustEnrol, workplace } = await signIn(ctx, value, visitOf(args))
    const headers = { 'Set-Cookie': sessionCookie(token, args.context.env) }
    const next = nextOf(args.request)
    if (pending) return redirect(paths.secondFactor(next && safeRedirect(next)), { status: 303, headers })
    const start = mustEnrol ? paths.accountFactors() : places[workplace]()
    return redirect(safeRedirect(mustEnrol ? null : next, start), { status: 303, headers })
  })
}

export default function SignIn() {
  const t = useT()
  const { next, people } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Wrap>
      <Crumbs items={[{ label: t('account.signIn') }]} />
      <PageHead title={t('account.signIn')} facts={<span>{t('account.why')}</span>} />
      <div className="signin">
        <section>
          <SignInForm next={next} lastResult={answer?.submission} />
          <p className="t14 ink2 mt4">
            {t('account.noAccount')} <Link href={paths.register(next)}>{t('account.register')}</Link>
            {' · '}
            <Link href={paths.reset()}>{t('account.forgot')}</Link>
          </p>
        </section>
        {people.length > 0 && (
          <section>
            <h2>{t('account.demo.title')}</h2>
            <DemoPeople people={people} next={next} />
          </section>
        )}
      </div>
    </Wrap>
  )
}
