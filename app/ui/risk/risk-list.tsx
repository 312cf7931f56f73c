import type { ReactNode } from 'react'
import { type RiskListId, riskListIds } from '#domain/risk/items.ts'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import type { SpokenItem } from './view.ts'

/** The items of a pack list by list, each with what stands below it. */
export function RiskList({
  items,
  below,
}: {
  items: readonly SpokenItem[]
  below?: (item: SpokenItem) => ReactNode
}) {
  const t = useT()
  const lists = riskListIds.flatMap((list): [RiskListId, SpokenItem[]][] => {
    const own = items.filter(item => item.list === list)
    return own.length > 0 ? [[list, own]] : []
  })
  return lists.map(([list, own]) => (
    <Section key={list} title={t(`risk.list.${list}`)} note={t(`risk.listNote.${list}`)}>
      <ol className="risk">
        {own.map(item => (
          <li key={item.id}>
            {item.title && (
              <p className="risk__title">
                <b>{item.title}</b> <span className="t13 ink3">{item.standard}</span>
              </p>
            )}
            <p className={item.title ? 'ink2' : undefined}>{item.text}</p>
            {below?.(item)}
          </li>
        ))}
      </ol>
    </Section>
  ))
}
