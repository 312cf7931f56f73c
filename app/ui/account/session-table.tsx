import { paths } from '#paths'
import { SubmitButton } from '../form/submit-button.tsx'
import { type Column, DataTable } from '../primitives/data-table.tsx'
import { useT } from '../shell/dictionary.tsx'

export interface SessionView {
  id: string
  createdAt: Date
  seenAt: Date
  address: string
  agent: string
  proved: boolean
  own: boolean
}

/** Where this account is signed in, and the way to end it. */
export function SessionTable({ sessions }: { sessions: readonly SessionView[] }) {
  const t = useT()
  const columns: Column<SessionView>[] = [
    {
      key: 'device',
      head: t('account.sessions.device'),
      header: true,
      full: true,
      cell: each => deviceOf(each.agent) ?? t('account.sessions.unknownDevice'),
    },
    { key: 'address', head: t('account.sessions.address'), cell: each => each.address },
    { key: 'since', head: t('account.sessions.since'), cell: each => t.dateTime(each.createdAt) },
    { key: 'seen', head: t('account.sessions.seen'), cell: each => t.dateTime(each.seenAt) },
    {
      key: 'proof',
      head: t('account.sessions.proof'),
      cell: each => t(each.proved ? 'account.sessions.proved' : 'account.sessions.unproved'),
    },
    {
      key: 'end',
      head: t('account.sessions.end'),
      cell: each => (each.own ? t('account.sessions.own') : <End id={each.id} />),
    },
  ]
  return (
    <>
      <DataTable
        caption={t('account.sessions.title')}
        columns={columns}
        rows={sessions}
        rowKey={each => each.id}
      />
      {sessions.length > 1 && <End id="others" />}
    </>
  )
}

function End({ id }: { id: string }) {
  const t = useT()
  return (
    <form method="post" action={paths.accountSessions()} className="deed">
      <input type="hidden" name="id" value={id} />
      <SubmitButton look="line" size="sm">
        {t(id === 'others' ? 'account.sessions.endOthers' : 'account.sessions.end')}
      </SubmitButton>
    </form>
  )
}

const systems = ['iPhone', 'iPad', 'Android', 'HarmonyOS', 'Windows', 'Mac OS X', 'Linux']
const browsers = [
  ['Edg/', 'Edge'],
  ['MicroMessenger', '微信'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const

/** What a reader recognises of a User-Agent. */
function deviceOf(agent: string): string | null {
  const system = systems.find(name => agent.includes(name))
  const browser = browsers.find(([mark]) => agent.includes(mark))?.[1]
  return [system, browser].filter(Boolean).join(' · ') || null
}
