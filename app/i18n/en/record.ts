import type { Shape } from '../translate.ts'
import type { bid as zhBid, pilot as zhPilot } from '../zh/record.ts'

export const bid = {
  productVersion: '{name} (version {version})',
} satisfies Shape<typeof zhBid>

export const pilot = {
  reports: 'Run data',
  period: 'Period',
  periodOf: '{from} to {to}',
  scheduledHours: 'Scheduled hours',
  uptime: 'Uptime',
  tasks: 'Tasks done',
  perHour: 'Interventions per h',
  note: 'Note',
  sampleOf: 'Sample: {sample}',
  waivedBecause: 'Waived by name: {reason}',
} satisfies Shape<typeof zhPilot>
