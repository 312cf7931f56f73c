import type { Locator, Page } from '@playwright/test'
import { stepFields, type WrittenStep, writtenStepIds } from '#domain/scenarios/steps.ts'
import { paths } from '#paths'
import { type Filling, fill } from './forms.ts'
import { press } from './steps.ts'

/** The part of a whole scenario's form that stands on one step; the needs have controls of their own. */
export function partOf(form: Filling, step: WrittenStep): Filling {
  const names: readonly string[] = stepFields[step]
  const own = Object.entries(form).filter(([name]) => names.includes(name.split(/[.[]/)[0] ?? ''))
  return Object.fromEntries(own)
}

/** A control of the question about this criterion. */
export function needControl(page: Page, criterion: string, part: 'necessity' | 'value' | 'note'): Locator {
  return page.locator(`#scenario-need-${criterion} [name$=".${part}"]`)
}

/** Writes a scenario page by page, as far as the step before `until`; ends on that step. */
export async function writeScenario(
  page: Page,
  form: Filling,
  until: WrittenStep | 'check' = 'check',
): Promise<void> {
  await page.goto(paths.scenarioNew())
  for (const step of writtenStepIds) {
    if (step === until) return
    await fill(page, partOf(form, step))
    if (step === 'requirements') {
      await needControl(page, 'payloadKg', 'necessity').selectOption('must')
      await needControl(page, 'payloadKg', 'value').fill(String(form['requirements[0].value']))
    }
    const next = writtenStepIds[writtenStepIds.indexOf(step) + 1] ?? 'check'
    await press(page, '保存并继续')
    await page.waitForURL(url => url.searchParams.get('step') === next)
  }
}
