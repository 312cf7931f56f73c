import type { ReactNode } from 'react'

/** Take a listed case's conditions, requirements and metrics into a draft of one's own. */
export function CopyScenario({
  title,
  text,
  action,
  note,
}: {
  title: ReactNode
  text: ReactNode
  action: ReactNode
  note?: ReactNode
}) {
  return (
    <div className="copy">
      <h2>{title}</h2>
      <p>{text}</p>
      {action}
      {note && <p>{note}</p>}
    </div>
  )
}
