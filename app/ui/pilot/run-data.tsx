import { DataTable, Figure } from '../primitives/data-table.tsx'
import { useT } from '../shell/dictionary.tsx'

export interface RunPeriod {
  periodStart: string
  periodEnd: string
  scheduledHours: number
  availableHours: number
  tasks: number
  interventions: number
  note: string
}

/** 运行记录: uptime per scheduled robot-hour, interventions per hour, both from the firm's own figures. */
export function RunData({ reports }: { reports: readonly RunPeriod[] }) {
  const t = useT()
  return (
    <DataTable
      caption={t('pilot.reports')}
      rowKey={row => row.periodStart}
      rows={reports}
      columns={[
        {
          key: 'period',
          head: t('pilot.period'),
          header: true,
          cell: row => t('pilot.periodOf', { from: row.periodStart, to: row.periodEnd }),
        },
        {
          key: 'hours',
          head: t('pilot.scheduledHours'),
          align: 'end',
          label: t('pilot.scheduledHours'),
          cell: row => <Figure>{t.number(row.scheduledHours)}</Figure>,
        },
        {
          key: 'uptime',
          head: t('pilot.uptime'),
          align: 'end',
          label: t('pilot.uptime'),
          cell: row => <Figure strong>{t.percent(row.availableHours / row.scheduledHours, 1)}</Figure>,
        },
        {
          key: 'tasks',
          head: t('pilot.tasks'),
          align: 'end',
          label: t('pilot.tasks'),
          cell: row => <Figure>{t.number(row.tasks)}</Figure>,
        },
        {
          key: 'hands',
          head: t('pilot.perHour'),
          align: 'end',
          label: t('pilot.perHour'),
          cell: row => <Figure>{t.number(row.interventions / row.scheduledHours, 2)}</Figure>,
        },
        { key: 'note', head: t('pilot.note'), full: true, label: t('pilot.note'), cell: row => row.note },
      ]}
    />
  )
}
