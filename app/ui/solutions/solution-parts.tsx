import { deployments, residencies, softwareKinds } from '#domain/solutions/solution.ts'
import { paths } from '#paths'
import { FirmName } from '../firms/firm-name.tsx'
import { type Column, DataTable, Figure } from '../primitives/data-table.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import type { PartView, SolutionPageView } from './view.ts'

/** 机器人: each product with its pinned version, its firm and, for those concerned, whether that firm agrees. */
export function PartsTable({ view: { parts, reader } }: { view: SolutionPageView }) {
  const t = useT()
  const columns: Column<PartView>[] = [
    { key: 'product', head: t('solution.part.product'), header: true, cell: part => <Product part={part} /> },
    {
      key: 'firm',
      head: t('solution.part.firm'),
      label: t('solution.part.firm'),
      full: true,
      cell: ({ organization: { firm, name } }) => <FirmName firm={firm} name={name} />,
    },
    {
      key: 'quantity',
      head: t('solution.part.quantity'),
      label: t('solution.part.quantity'),
      align: 'end',
      cell: ({ quantity }) => <Figure>{t.number(quantity)}</Figure>,
    },
    {
      key: 'role',
      head: t('solution.part.role'),
      label: t('solution.part.role'),
      full: true,
      cell: ({ role }) => role,
    },
  ]
  if (reader !== 'public')
    columns.push({
      key: 'consent',
      head: t('solution.part.consent'),
      label: t('solution.part.consent'),
      full: true,
      cell: ({ consent }) => <Consent consent={consent} />,
    })
  return (
    <Section title={t('solution.part.robots')} note={t('solution.part.robotsNote')}>
      {parts.length === 0 ? (
        <p className="unsaid">{t('solution.part.noRobots')}</p>
      ) : (
        <DataTable
          caption={t('solution.part.robots')}
          columns={columns}
          rows={parts}
          rowKey={part => part.productId}
        />
      )}
    </Section>
  )
}

function Product({ part }: { part: PartView }) {
  const t = useT()
  const { productId, name, version, isPublic, isOutdated, accepted } = part
  return (
    <>
      {isPublic ? <Link href={paths.product(productId, { version })}>{name}</Link> : <span>{name}</span>}{' '}
      <span className="ink3 t13">{t('solution.part.version', { n: version })}</span>
      {!isPublic && <small className="solpart__warn">{t('solution.part.gone')}</small>}
      {isOutdated && <small className="solpart__note">{t('solution.part.outdated', { n: version })}</small>}
      {isPublic && accepted > 0 && (
        <small className="solpart__note">{t('solution.part.accepted', { n: accepted })}</small>
      )}
    </>
  )
}

function Consent({ consent }: { consent: PartView['consent'] }) {
  const t = useT()
  const words = t(`solution.consent.${consent ?? 'own'}`)
  if (consent === 'asked') return <span className="unsaid">{words}</span>
  return consent === 'declined' ? <span className="solpart__warn">{words}</span> : words
}

type Software = SolutionPageView['content']['software'][number]

/** 软件与接口; what is not said is 未披露. */
export function SoftwareTable({ rows }: { rows: readonly Software[] }) {
  const t = useT()
  const undisclosed = <span className="unsaid">{t('common.undisclosed')}</span>
  const fact = (key: 'provider' | 'interfaces'): Column<Software> => ({
    ...{ key, head: t(`solution.part.${key}`), label: t(`solution.part.${key}`), full: true },
    cell: row => row[key] ?? undisclosed,
  })
  const columns: Column<Software>[] = [
    {
      key: 'name',
      head: t('solution.part.name'),
      header: true,
      cell: ({ name, kind }) => (
        <>
          {name ?? <span className="unsaid">{t('solution.part.notYet')}</span>}
          {kind && <small className="solpart__note">{t.pick(softwareKinds[kind])}</small>}
        </>
      ),
    },
    fact('provider'),
    fact('interfaces'),
    {
      key: 'deployment',
      head: t('solution.part.deployment'),
      label: t('solution.part.deployment'),
      full: true,
      cell: ({ deployment }) => (deployment ? t.pick(deployments[deployment]) : undisclosed),
    },
    {
      key: 'residency',
      head: t('solution.part.residency'),
      label: t('solution.part.residency'),
      full: true,
      cell: ({ residency }) => (residency ? t.pick(residencies[residency]) : undisclosed),
    },
  ]
  return (
    <Section title={t('solution.part.software')}>
      {rows.length === 0 ? (
        <p className="unsaid">{t('solution.part.noSoftware')}</p>
      ) : (
        <DataTable
          caption={t('solution.part.software')}
          columns={columns}
          rows={rows}
          rowKey={row => `${row.kind}-${row.name}-${row.interfaces}`}
        />
      )}
    </Section>
  )
}
