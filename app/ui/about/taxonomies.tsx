import { axes, robotKinds } from '#domain/ontology/axes.ts'
import { domainSources, nationalDomains } from '#domain/ontology/national-domains.ts'
import { processIds, processOf } from '#domain/ontology/processes.ts'
import { readinessLevels } from '#domain/ontology/readiness-levels.ts'
import { tasks } from '#domain/ontology/task-table.ts'
import {
  completenessParts,
  completenessWeights,
  decidingEnough,
  metricsEnough,
} from '#domain/scenarios/completeness-weights.ts'
import type { Localized } from '#domain/shared/localized.ts'
import { domainIds, domains, maturities } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import { FactsTable } from './facts-table.tsx'

/** 分类: domains and their work, kinds of robot, stages, and how a scenario's completeness is counted. */
export function Taxonomies() {
  return (
    <>
      <Domains />
      <Processes />
      <Robots />
      <Levels />
      <Completeness />
    </>
  )
}

const listed = (t: Translate, words: readonly Localized[]) =>
  words.map(word => t.pick(word)).join(t.locale === 'zh' ? '、' : ', ')

function Domains() {
  const t = useT()
  return (
    <Section title={t('about.data.domains')} note={t('about.data.domainsNote')}>
      <FactsTable
        caption={t('about.data.domains')}
        heads={[t('about.data.national'), t('about.data.beijing'), t('about.data.platform')]}
        rows={Object.entries(nationalDomains)
          .sort(([, a], [, b]) => a.number - b.number)
          .map(([id, { number, label, beijing }]) => ({
            key: id,
            cells: [
              `${number} ${t.pick(label)}`,
              beijing ? t.pick(beijing) : t('about.data.unnamed'),
              t.pick(domains[id as keyof typeof nationalDomains]),
            ],
          }))}
      />
      <p className="t13 ink3 mt3">{listed(t, [domainSources.national, domainSources.beijing])}</p>
    </Section>
  )
}

function Processes() {
  const t = useT()
  return (
    <Section
      title={t('about.data.processes')}
      note={t('about.data.processesNote', { n: processIds.length, tasks: Object.keys(tasks).length })}
    >
      <details>
        <summary className="blue t14">{t('about.data.processesAll')}</summary>
        <FactsTable
          caption={t('about.data.processes')}
          heads={[t('about.data.process'), t('about.data.ofDomains'), t('about.data.ofTasks')]}
          rows={processIds.map(id => {
            const { label, tasks: own, domains: within } = processOf(id)
            const ordered = domainIds.filter(domain => within.includes(domain))
            return {
              key: id,
              cells: [
                t.pick(label),
                listed(
                  t,
                  ordered.map(domain => domains[domain]),
                ),
                listed(
                  t,
                  own.map(task => tasks[task].label),
                ),
              ],
            }
          })}
        />
      </details>
    </Section>
  )
}

function Robots() {
  const t = useT()
  return (
    <Section title={t('about.data.robots')} note={t('about.data.robotsNote')}>
      <FactsTable
        caption={t('about.data.robots')}
        heads={[t('about.data.axis'), t('about.data.values'), t('about.data.basis')]}
        rows={[
          {
            key: 'kind',
            cells: [
              t('about.data.kind'),
              listed(t, Object.values(robotKinds)),
              'ISO 8373:2021 (GB/T 12643-2025)',
            ],
          },
          ...Object.entries(axes).map(([id, { label, values, clause }]) => ({
            key: id,
            cells: [t.pick(label), listed(t, Object.values(values)), `GB/T 39405-2020, ${clause}`],
          })),
        ]}
      />
    </Section>
  )
}

function Levels() {
  const t = useT()
  return (
    <Section title={t('about.data.levels')} note={t('about.data.levelsNote')}>
      <FactsTable
        caption={t('about.data.levels')}
        heads={['TRL', t('about.data.meaning'), t('about.data.stage')]}
        rows={readinessLevels.map(({ level, label, stage }) => ({
          key: String(level),
          cells: [level, t.pick(label), stage ? t.pick(maturities[stage]) : '—'],
        }))}
      />
    </Section>
  )
}

function Completeness() {
  const t = useT()
  const counts = { deciding: decidingEnough, metrics: metricsEnough }
  return (
    <Section title={t('about.data.completeness')} note={t('about.data.completenessNote')}>
      <FactsTable
        caption={t('about.data.completeness')}
        heads={[t('about.data.part'), t('about.data.points')]}
        rows={completenessParts.map(part => ({
          key: part,
          cells: [t(`about.data.complete.${part}`, counts), completenessWeights[part]],
        }))}
      />
    </Section>
  )
}
