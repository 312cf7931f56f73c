import type { ReactNode } from 'react'
import { type Capability, capabilities, districts, type Source } from '#domain/vocabulary.ts'
import { EntryRow, type EntryRowView } from '../catalog/entry-row.tsx'
import { type Fact, FactGrid } from '../pattern/fact-grid.tsx'
import { SourceTag } from '../primitives/tags.tsx'
import { DeploymentTable } from '../products/deployment-table.tsx'
import { ProductRow, type ProductRowView } from '../products/product-row.tsx'
import type { DeploymentLine } from '../products/view.ts'
import { listText } from '../products/words.ts'
import { ScenarioRow, type ScenarioRowView } from '../scenarios/scenario-row.tsx'
import { isDistrict, nameOf } from '../scenarios/words.ts'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { Section } from '../shell/section.tsx'
import { SolutionRow, type SolutionRowView } from '../solutions/solution-row.tsx'

interface Part<T> {
  items: readonly T[]
  total: number
}

export interface FirmPageView {
  name: string
  nameEn: string | null
  uscc: string | null
  source: Source
  district: string | null
  region: string | null
  capabilities: readonly Capability[]
  verifiedSince: Date | null
  products: Part<ProductRowView>
  solutions: Part<SolutionRowView>
  scenarios: Part<ScenarioRowView>
  entries: Part<EntryRowView>
  cases: Part<DeploymentLine>
  accepted: number
  acceptedShare: { part: number; whole: number } | null
  regions: readonly string[]
  now: Date
}

/** 单位公开页: what this organisation has made public here, in no order of merit. */
export function FirmPage({ firm }: { firm: FirmPageView }) {
  const t = useT()
  const { source, products, solutions, scenarios, entries } = firm
  return (
    <Wrap>
      <Crumbs items={[{ label: t('firm.title') }, { label: nameOf(t, firm) }]} />
      <PageHead
        title={nameOf(t, firm)}
        facts={
          <>
            <Place firm={firm} />
            <SourceTag source={source} />
            {source === 'report' ? (
              <span>{t('firm.reported')}</span>
            ) : (
              firm.verifiedSince && (
                <span className="num">{t('firm.verifiedSince', { day: t.date(firm.verifiedSince) })}</span>
              )
            )}
          </>
        }
      />
      <Section title={t('firm.facts')} note={t('firm.factsNote')}>
        <FactGrid facts={factsOf(t, firm)} />
      </Section>
      <List title={t('firm.products', { n: products.total })} part={products}>
        {row => <ProductRow key={row.id} row={row} />}
      </List>
      <List title={t('solution.ofFirm', { n: solutions.total })} part={solutions}>
        {row => <SolutionRow key={row.id} row={row} />}
      </List>
      <List title={t('firm.scenarios', { n: scenarios.total })} part={scenarios}>
        {row => <ScenarioRow key={row.id} row={row} now={firm.now} />}
      </List>
      <List title={t('firm.entries', { n: entries.total })} part={entries}>
        {row => <EntryRow key={row.id} row={row} />}
      </List>
      {firm.cases.total > 0 && (
        <Section
          top
          title={t('firm.cases', { n: firm.cases.total })}
          note={t(source === 'report' ? 'firm.casesReported' : 'product.deployment.declared')}
        >
          <DeploymentTable rows={firm.cases.items} />
        </Section>
      )}
    </Wrap>
  )
}

function Place({ firm: { district, region } }: { firm: FirmPageView }) {
  const t = useT()
  if (isDistrict(district)) return <span>{t.pick(districts[district])}</span>
  return region ? <span>{region}</span> : null
}

function List<T>({
  title,
  part: { items, total },
  children,
}: {
  title: string
  part: Part<T>
  children: (row: T) => ReactNode
}) {
  const t = useT()
  if (items.length === 0) return null
  const note = total > items.length ? t('firm.firstOf', { n: items.length, total }) : undefined
  return (
    <Section top title={title} note={note}>
      {items.map(children)}
    </Section>
  )
}

function factsOf(t: ReturnType<typeof useT>, firm: FirmPageView): Fact[] {
  const { source, accepted, acceptedShare, regions } = firm
  const undisclosed = <span className="unsaid">{t('common.undisclosed')}</span>
  const facts: Fact[] = [
    {
      key: 'uscc',
      term: t('firm.uscc'),
      value: firm.uscc ? <span className="num">{firm.uscc}</span> : undisclosed,
    },
    {
      key: 'regions',
      term: t('firm.regions'),
      value: regions.length > 0 ? listText(t, regions) : undisclosed,
    },
  ]
  if (source === 'report') return facts
  return [
    ...facts,
    {
      key: 'capabilities',
      term: t('firm.capabilities'),
      value: listText(
        t,
        firm.capabilities.map(id => t.pick(capabilities[id])),
      ),
    },
    {
      key: 'accepted',
      term: t('firm.accepted'),
      value: acceptedShare
        ? t('firm.acceptedOf', { n: acceptedShare.part, total: acceptedShare.whole })
        : t('firm.acceptedN', { n: accepted }),
    },
  ]
}
