import { diffText } from '#domain/shared/content-diff.ts'
import { useT } from '../shell/dictionary.tsx'
import { changeLabel, fieldsInOrder, saidText } from './said.tsx'

export interface ChangeView {
  field: string
  row: string | null
  before: unknown
  after: unknown
  material?: boolean
}

/** Old and new side by side, on a phone one above the other; what differs is marked by more than a colour. */
export function ChangeList({ changes }: { changes: readonly ChangeView[] }) {
  const t = useT()
  if (changes.length === 0) return <p className="t14 ink2">{t('review.noChange')}</p>
  return (
    <dl className="changes">
      {inOrder(changes).map(change => (
        <div className="changes__one" key={`${change.field}.${change.row ?? ''}`}>
          <dt>
            {changeLabel(t, change)}
            {change.material !== undefined && (
              <span className="t13 ink3">{t(change.material ? 'review.material' : 'review.immaterial')}</span>
            )}
          </dt>
          <Sides change={change} />
        </div>
      ))}
    </dl>
  )
}

function inOrder(changes: readonly ChangeView[]): ChangeView[] {
  const order = fieldsInOrder(Object.fromEntries(changes.map(({ field }) => [field, null])))
  return changes.toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
}

function Sides({ change: { field, row, before, after } }: { change: ChangeView }) {
  const t = useT()
  const key = row?.split('#')[0] ?? field
  const [old, now] = [saidText(t, key, before), saidText(t, key, after)]
  const parts = diffText(old ?? '', now ?? '')
  const none = <span className="unsaid">{t('review.nothing')}</span>
  return (
    <>
      <dd>
        <span className="changes__side">{t('review.before')}</span>
        {old === null ? (
          none
        ) : (
          <span className="diff lines">
            {parts.start}
            {parts.removed && <del>{parts.removed}</del>}
            {parts.end}
          </span>
        )}
      </dd>
      <dd>
        <span className="changes__side">{t('review.after')}</span>
        {now === null ? (
          none
        ) : (
          <span className="diff lines">
            {parts.start}
            {parts.added && <ins>{parts.added}</ins>}
            {parts.end}
          </span>
        )}
      </dd>
    </>
  )
}
