import { robotCategories } from '#domain/ontology/tasks.ts'
import { type ExpectedFrom, expectedRisk } from '#domain/risk/expected.ts'
import { riskListIds } from '#domain/risk/items.ts'
import { pilotSpaces } from '#domain/risk/risk-item.ts'
import type { Translate } from '#i18n/translate.ts'
import { speakItem } from './speak.ts'
import type { SpokenExpected } from './view.ts'

/** The most kinds of robots that are named; the others are counted by the dots. */
const named = 6

/** 预计风险项 in the reader's words, said on the server so that the page brings no list and no dictionary for it. */
export function speakExpected(t: Translate, from: ExpectedFrom): SpokenExpected | null {
  const risk = expectedRisk(from)
  if (!risk) return null
  const comma = t.locale === 'zh' ? '、' : ', '
  const may = risk.items.filter(each => each.expected === 'may').length
  const robots = risk.categories.slice(0, named).map(id => t.pick(robotCategories[id].label))
  const more = risk.categories.length > named ? ['…'] : []
  const spaces = risk.spaces.map(id => t.pick(pilotSpaces[id])).join(comma)
  return {
    title: t('risk.expected.title'),
    note: t('risk.expected.note'),
    count: t('risk.expected.count', { will: risk.items.length - may, may }),
    open: [
      ...risk.open.map(each => t(`risk.expected.open.${each}`, { spaces })),
      t('risk.expected.robots', { list: [...robots, ...more].join(comma) }),
    ],
    lists: riskListIds.flatMap(list => {
      const items = risk.items.flatMap(({ id, expected }) =>
        speakItem(t, id).flatMap(item =>
          item.list === list
            ? [{ ...item, may: expected === 'may' ? t('risk.expected.may') : null }]
            : [],
        ),
      )
      return items.length === 0 ? [] : [{ id: list, title: t(`risk.list.${list}`), items }]
    }),
    liability: t('risk.expected.liability'),
    unchecked: t('risk.expected.unchecked'),
  }
}
