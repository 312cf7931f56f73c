import type { ReactNode } from 'react'
import { Key } from '../primitives/key.tsx'
import { useT } from '../shell/dictionary.tsx'

/** A desk: list at the left, preview at the right (below on narrow screens). */
export function Workbench({ children, preview }: { children: ReactNode; preview?: ReactNode }) {
  const t = useT()
  return (
    <div className={preview ? 'desk' : 'desk desk--alone'}>
      <div className="desk__main">{children}</div>
      {preview && (
        <aside className="view" aria-label={t('common.queue.preview')}>
          {preview}
        </aside>
      )}
    </div>
  )
}

/** The head of a desk: its name, who sits there, and what was done lately. */
export function DeskHead({ title, who, note }: { title: ReactNode; who?: ReactNode; note?: ReactNode }) {
  return (
    <div className="desk__head">
      <h1>{title}</h1>
      {who && <p className="t13 ink3">{who}</p>}
      {note && <p className="t13 ink2 desk__note">{note}</p>}
    </div>
  )
}

/** Filters of a desk, a GET form. */
export function DeskBar({ action, children }: { action: string; children: ReactNode }) {
  return (
    <form className="desk__bar" method="get" action={action}>
      {children}
    </form>
  )
}

/** What is picked and what can be done with all of it. */
export function BatchBar({
  count,
  text,
  children,
}: {
  count: number
  text?: ReactNode
  children: ReactNode
}) {
  const t = useT()
  return (
    <div className="batch" role="toolbar" aria-label={t('common.queue.batch')}>
      <b>{t('common.queue.picked', { n: count })}</b>
      {text && <span className="t13">{text}</span>}
      <span className="acts">{children}</span>
    </div>
  )
}

export interface PreviewProps {
  over?: ReactNode
  title: ReactNode
  badge?: ReactNode
  facts?: readonly { key: string; term: ReactNode; value: ReactNode }[]
  actions?: ReactNode
  children?: ReactNode
}

/** The matter in hand; `children` are `PreviewPart`s. */
export function Preview({ over, title, badge, facts = [], actions, children }: PreviewProps) {
  return (
    <>
      {over && <p className="t13 ink3 num">{over}</p>}
      <h2>{title}</h2>
      {badge && <p className="view__badge">{badge}</p>}
      {facts.length > 0 && (
        <dl className="kv">
          {facts.map(fact => (
            <div key={fact.key}>
              <dt>{fact.term}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {actions && <div className="acts">{actions}</div>}
      {children}
    </>
  )
}

export function PreviewPart({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <>
      <h3>{title}</h3>
      {children}
    </>
  )
}

/** The keys of a desk, under the list. */
export function KeyLegend({ keys }: { keys: readonly { keys: readonly string[]; does: ReactNode }[] }) {
  return (
    <p className="desk__keys">
      {keys.map(entry => (
        <span key={entry.keys.join()}>
          {entry.keys.map(key => (
            <Key key={key}>{key}</Key>
          ))}
          {entry.does}
        </span>
      ))}
    </p>
  )
}
