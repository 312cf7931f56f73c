import { tasks } from '#domain/ontology/tasks.ts'
import { domains } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import { type Fact, FactGrid } from '../pattern/fact-grid.tsx'
import { Prose } from '../scenarios/prose.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import { PartsTable, SoftwareTable } from './solution-parts.tsx'
import type { SolutionPageView } from './view.ts'
import { listText, priceText } from './words.ts'

/** What the solution says, part by part; what is not said is shown as such. */
export function SolutionBody({ view }: { view: SolutionPageView }) {
  const t = useT()
  const { content } = view
  return (
    <>
      <Section title={t('solution.part.summary')}>
        <Prose text={content.summary} absent={t('solution.part.notYet')} />
      </Section>
      <PartsTable view={view} />
      <SoftwareTable rows={content.software} />
      <Section title={t('solution.part.services')}>
        <FactGrid facts={factsOf(t, content)} />
      </Section>
    </>
  )
}

function factsOf(t: Translate, content: SolutionPageView['content']): Fact[] {
  const undisclosed = <span className="unsaid">{t('common.undisclosed')}</span>
  const notYet = <span className="unsaid">{t('solution.part.notYet')}</span>
  const { deliveryWeeks, responseHours } = content
  const required = {
    domains: listText(
      t,
      content.domains.map(id => t.pick(domains[id])),
    ),
    tasks: listText(
      t,
      content.tasks.map(id => t.pick(tasks[id].label)),
    ),
  }
  const optional = {
    price: priceText(t, content.priceFromFen, content.priceToFen),
    deliveryWeeks: deliveryWeeks && t('solution.fact.weeks', { n: deliveryWeeks }),
    survey: content.survey,
    integration: content.integration,
    training: content.training,
    maintenance: content.maintenance,
    responseHours: responseHours && t('solution.fact.hours', { n: responseHours }),
    regions: content.regions,
  }
  return [
    ...entries(required).map(([key, value]) => ({
      ...{ key, term: t(`solution.fact.${key}`), value: value || notYet },
    })),
    ...entries(optional).map(([key, value]) => ({
      ...{ key, term: t(`solution.fact.${key}`), value: value || undisclosed },
    })),
  ]
}

const entries = <K extends string, V>(record: Record<K, V>) => Object.entries(record) as [K, V][]
