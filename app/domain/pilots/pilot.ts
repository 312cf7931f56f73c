import { z } from 'zod'
import { pilotSpaceIds } from '../risk/risk-item.ts'
import type { Day } from '../shared/dates.ts'
import { isDay } from '../shared/dates.ts'
import { checkbox, choice, decimal, listOf, optional, text } from '../shared/fields.ts'
import { normalSerial } from '../shared/serial.ts'

/** 序列号 as on the nameplate, in its one spelling. */
export const Serial = text({ min: 3, max: 60 })
  .transform(normalSerial)
  .refine(value => /^[A-Z0-9][A-Z0-9._/-]{2,59}$/.test(value), 'pilot.serialForm')

/** 部署: the units that arrived, by serial number. */
export const Deployment = z.object({
  /** 使用空间: who may be near the robot; it decides what has to be insured. */
  space: choice(pilotSpaceIds),
  serials: z.preprocess(
    value =>
      typeof value === 'string' ? value.split(/[\n,，;；]+/).filter(part => part.trim() !== '') : value,
    listOf(Serial, { min: 1, max: 200 }).refine(
      list => new Set(list).size === list.length,
      'pilot.serialTwice',
    ),
  ),
})
export type Deployment = z.infer<typeof Deployment>

const day = z
  .string({ error: 'field.required' })
  .refine(isDay, 'field.day')
  .transform(value => value as Day)

/** 运行记录 of one period: uptime counts against scheduled robot-hours, not calendar hours. */
export const PeriodReport = z
  .object({
    periodStart: day,
    periodEnd: day,
    scheduledHours: decimal({ min: 0.1, max: 1_000_000 }),
    availableHours: decimal({ min: 0, max: 1_000_000 }),
    tasks: decimal({ min: 0, max: 100_000_000, integer: true }),
    interventions: decimal({ min: 0, max: 100_000_000, integer: true }),
    note: optional(text({ max: 2000 })),
  })
  .refine(report => report.periodEnd >= report.periodStart, {
    error: 'pilot.periodOrder',
    path: ['periodEnd'],
  })
  .refine(report => report.availableHours <= report.scheduledHours, {
    error: 'pilot.hoursOrder',
    path: ['availableHours'],
  })
export type PeriodReport = z.infer<typeof PeriodReport>

/** 申请验收: the measured value of every metric, with its sample; a value not measured stays absent. */
export const Measurements = z.object({
  measurements: listOf(
    z.object({
      position: decimal({ min: 0, max: 100, integer: true }),
      measured: optional(decimal({ min: -1e9, max: 1e9 })),
      sample: optional(text({ max: 200 })),
    }),
    { min: 1, max: 20 },
  ),
})
export type Measurements = z.infer<typeof Measurements>

/** 验收签字 of one side. The demand side may waive a mandatory metric by name, with its reason. */
export const Signature = z.object({
  opinion: text({ min: 4, max: 2000 }),
  affirmed: checkbox.refine(value => value, 'field.affirm'),
  waivers: listOf(
    z.object({
      position: decimal({ min: 0, max: 100, integer: true }),
      reason: optional(text({ max: 500 })),
    }),
    { max: 20 },
  ),
})
export type Signature = z.infer<typeof Signature>
