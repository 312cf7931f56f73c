import { robotCategories, robotCategoryIds, taskIds, tasks } from '#domain/ontology/tasks.ts'
import { type ExpectedFrom, expectedRisk } from '#domain/risk/expected.ts'
import type { RiskInquiry } from '#domain/risk/inquiry.ts'
import { itemsOf, type RiskItemId, riskItemOf, riskListIds } from '#domain/risk/items.ts'
import { riskPackFor } from '#domain/risk/pack.ts'
import { pilotSpaceIds, pilotSpaces } from '#domain/risk/risk-item.ts'
import { domainIds, domains } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import type { Choices, SpokenExpected, SpokenItem } from './view.ts'

export function speakItem(t: Translate, id: RiskItemId): SpokenItem[] {
  const item = riskItemOf(id)
  const list = riskListIds.find(each => id.startsWith(`${each}.`))
  if (!item || !list) return []
  const titled = 'standard' in item
  return [
    {
      id,
      list,
      title: titled ? t.pick(item.title) : null,
      standard: titled ? item.standard : null,
      text: t.pick(item.text),
    },
  ]
}

/** The pack of one robot, task, field and space. */
export function speakPack(t: Translate, { category, task, domain, space }: RiskInquiry): SpokenItem[] {
  const pack = riskPackFor({ categories: [category], tasks: [task], domain, space })
  return itemsOf(pack).flatMap(id => speakItem(t, id))
}

export function speakChoices(t: Translate): Choices {
  return {
    category: robotCategoryIds.map(value => ({ value, label: t.pick(robotCategories[value].label) })),
    task: taskIds.map(value => ({ value, label: t.pick(tasks[value].label) })),
    domain: domainIds.map(value => ({ value, label: t.pick(domains[value]) })),
    space: pilotSpaceIds.map(value => ({ value, label: t.pick(pilotSpaces[value]) })),
  }
}

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
          item.list === list ? [{ ...item, may: expected === 'may' ? t('risk.expected.may') : null }] : [],
        ),
      )
      return items.length === 0 ? [] : [{ id: list, title: t(`risk.list.${list}`), items }]
    }),
    liability: t('risk.expected.liability'),
    unchecked: t('risk.expected.unchecked'),
  }
}
