import { Alert } from '../primitives/alert.tsx'
import { Link } from '../shell/link.tsx'
import type { TalkNoteView } from './view.ts'

/** How many firms were invited, and that everybody may answer just the same. */
export function TalkNote({ note }: { note: TalkNoteView }) {
  return (
    <p className="t13 ink2 mt3">
      {note.text} {note.link && <Link href={note.link.href}>{note.link.text}</Link>}
    </p>
  )
}

/** On the product's page, for its own firm: which facts scenarios ask for, and why. */
export function AskedNote({ title, lines }: { title: string; lines: readonly TalkNoteView[] }) {
  return (
    <Alert title={title}>
      <ul>
        {lines.map(({ text, link }) => (
          <li key={link?.href ?? text}>
            {text} {link && <Link href={link.href}>{link.text}</Link>}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
