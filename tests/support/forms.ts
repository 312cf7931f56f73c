import { expect, type Locator, type Page } from '@playwright/test'

/** What a form is given, by the names of its controls. */
export type Filling = Readonly<Record<string, string | boolean>>

/** Fills controls by name: text is typed, lists and radio buttons chosen, boxes ticked or cleared. */
export async function fill(page: Page, filling: Filling): Promise<void> {
  for (const [name, value] of Object.entries(filling)) {
    const control = page.locator(`main [name="${name}"]`)
    if (typeof value === 'boolean') await control.setChecked(value)
    else await set(control, value)
  }
}

async function set(control: Locator, value: string): Promise<void> {
  const first = control.first()
  const [tag, type] = await first.evaluate(each => [each.tagName, each.getAttribute('type')])
  const isChoice = type === 'radio' || type === 'checkbox'
  const one = isChoice ? control.and(control.page().locator(`[value="${value}"]`)) : first
  await unfold(one)
  if (isChoice) await one.check()
  else if (tag === 'SELECT') await one.selectOption(value)
  else await one.fill(value)
}

/** Opens the folded group that the control lies in. */
async function unfold(control: Locator): Promise<void> {
  const summary = control.locator('xpath=ancestor::details[not(@open)]/summary')
  if ((await summary.count()) > 0) await summary.first().click()
}

/** The controls still hold what was typed. */
export async function expectKept(page: Page, filling: Filling): Promise<void> {
  for (const [name, value] of Object.entries(filling)) {
    const control = page.locator(`main [name="${name}"]`)
    const type = await control.first().getAttribute('type')
    if (typeof value === 'boolean') await expect(control).toBeChecked({ checked: value })
    else if (type === 'radio' || type === 'checkbox')
      await expect(control.and(page.locator(`[value="${value}"]`))).toBeChecked()
    else await expect(control.first()).toHaveValue(value)
  }
}

/** The error that stands at the control of this name. */
export function errorAt(page: Page, name: string): Locator {
  return page
    .locator('.field, fieldset, section.rows', { has: page.locator(`[name="${name}"]`) })
    .last()
    .locator('.err')
}
