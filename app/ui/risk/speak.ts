import { robotCategories, robotCategoryIds, taskIds, tasks } from '#domain/ontology/tasks.ts'
import type { RiskInquiry } from '#domain/risk/inquiry.ts'
import { itemsOf, type RiskItemId, riskItemOf, riskListIds } from '#domain/risk/items.ts'
import { riskPackFor } from '#domain/risk/pack.ts'
import { pilotSpaceIds, pilotSpaces } from '#domain/risk/risk-item.ts'
import { domainIds, domains } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import type { Choices, SpokenItem } from './view.ts'

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
