import { EmptyState } from '../primitives/empty-state.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'

export interface LetterView {
  id: string
  to: string
  subject: string
  body: string
  sentAt: Date
}

/** The letters a demo would have sent, each to be unfolded. */
export function Letters({ letters }: { letters: readonly LetterView[] }) {
  const t = useT()
  if (letters.length === 0)
    return <EmptyState title={t('account.mailbox.emptyTitle')}>{t('account.mailbox.emptyText')}</EmptyState>
  return (
    <ul className="letters">
      {letters.map(({ id, to, subject, body, sentAt }) => (
        <li key={id}>
          <details>
            <summary>
              <span className="letters__subject">{subject}</span>
              <span className="t13 ink3">
                {to} · <time dateTime={sentAt.toISOString()}>{t.dateTime(sentAt)}</time>
              </span>
            </summary>
            <p className="letters__body pre">
              <WithLinks text={body} />
            </p>
          </details>
        </li>
      ))}
    </ul>
  )
}

/** The addresses in a letter as links; the rest stays the text it is. */
function WithLinks({ text }: { text: string }) {
  return text.split(/(https?:\/\/[^\s]+)/).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one letter never reorder
      <Link key={index} href={part}>
        {part}
      </Link>
    ) : (
      part
    ),
  )
}
