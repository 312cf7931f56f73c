import { Alert } from '../primitives/alert.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { placeLabel } from './said.tsx'

export interface ReturnNoteView {
  field: string
  reason: string
}

export interface ReturnNotesProps {
  reason: string
  at: Date
  notes: readonly ReturnNoteView[]
  /** What was returned, so that a row is called by what it is about. */
  content: object
  /** Where the field is mended; without it the name stands alone. */
  hrefOf?: (field: string) => string
}

/** 退回理由: one for the whole, then each field with its own, as links to where it is mended. */
export function ReturnNotes({ reason, at, notes, content, hrefOf }: ReturnNotesProps) {
  const t = useT()
  return (
    <Alert tone="red" title={t('scenario.returned.title')}>
      <p>{reason}</p>
      {notes.length > 0 && (
        <ul className="fieldnotes">
          {notes.map(note => {
            const label = placeLabel(t, note.field, content as Record<string, unknown>)
            return (
              <li key={note.field}>
                {hrefOf ? <Link href={hrefOf(note.field)}>{label}</Link> : <b>{label}</b>}
                <br />
                {note.reason}
              </li>
            )
          })}
        </ul>
      )}
      <p className="t13 ink3">{t('scenario.returned.at', { time: t.moment(at) })}</p>
    </Alert>
  )
}

export interface ComeBackProps {
  reason: string
  at: Date
  notes: readonly (ReturnNoteView & { changed: boolean })[]
  content: object
}

/** What was asked for when it was returned, and whether each of it has been changed since. */
export function AnsweredNotes({ reason, at, notes, content }: ComeBackProps) {
  const t = useT()
  return (
    <div>
      <p className="t14">{t('review.returnedFor', { at: t.moment(at), reason })}</p>
      {notes.length > 0 && (
        <ul className="fieldnotes">
          {notes.map(note => (
            <li key={note.field}>
              <b>{placeLabel(t, note.field, content as Record<string, unknown>)}</b>{' '}
              <span className={note.changed ? 'blue' : 'red'}>
                {note.changed ? `✓ ${t('review.changedSince')}` : `○ ${t('review.unchanged')}`}
              </span>
              <br />
              {note.reason}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
