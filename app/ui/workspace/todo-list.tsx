import { ButtonLink } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { actPage, pageOf } from './links.ts'
import type { WorkItem } from './view.ts'

/** What waits for the reader: one line and one next step each, the first of them as the page's solid button. */
export function TodoList({ items }: { items: readonly WorkItem[] }) {
  const t = useT()
  return (
    <ul className="todo">
      {items.map((item, index) => (
        <li key={`${item.noun}-${item.side}-${item.id}`}>
          <span className="todo__noun">{t(`workspace.noun.${item.noun}`)}</span>
          <div>
            <Link className="plain todo__title" href={pageOf(item)}>
              {item.title === '' ? t('workspace.untitled') : item.title}
            </Link>
            <p className="meta">
              {item.number && <span className="num">{item.number}</span>}
              {item.counterpart && <span>{item.counterpart}</span>}
              <span>{t.maybe(`status.${item.noun}.${item.status}`)}</span>
              <span className="num">{t('workspace.since', { time: t.moment(item.updatedAt) })}</span>
            </p>
          </div>
          {item.act && (
            <ButtonLink size="sm" look={index === 0 ? 'solid' : 'line'} href={actPage(item)}>
              {t(`workspace.act.${item.act}`)}
            </ButtonLink>
          )}
        </li>
      ))}
    </ul>
  )
}
