import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible.ts'
import { settled } from './settled.ts'

/** Goes to an address, which has this heading and nothing that axe minds. */
export async function visit(page: Page, path: string, heading?: string): Promise<void> {
  const answer = await page.goto(path)
  expect(answer?.status(), path).toBe(200)
  await at(page, heading)
}

/** Has arrived at the page with this heading; axe minds nothing on it. */
export async function at(page: Page, heading?: string): Promise<void> {
  await settled(page)
  const title = page.getByRole('heading', { level: 1 })
  if (heading === undefined) await expect(title).toBeVisible()
  else await expect(title).toContainText(heading)
  await expectAccessible(page)
}

/** Presses the button or follows the button-like link of this name on the page itself, and waits for the answer. */
export async function press(page: Page, name: string): Promise<void> {
  const main = page.locator('main')
  const button = main.getByRole('button', { name, exact: true })
  await button
    .or(main.getByRole('link', { name, exact: true }))
    .first()
    .click()
  await settled(page)
}

/** The object whose page this is: the UUID in its address. */
export async function idIn(
  page: Page,
  pattern = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/,
): Promise<string> {
  await expect(page).toHaveURL(pattern)
  return pattern.exec(page.url())?.[0] ?? ''
}

/** This reader is told that there is no such page. */
export async function expectHidden(page: Page, path: string): Promise<void> {
  const answer = await page.request.get(path, { maxRedirects: 0 })
  // A visitor is asked to sign in first, whether there is such a page or not.
  const signInFirst = answer.status() === 302 && (answer.headers().location ?? '').startsWith('/sign-in')
  expect(signInFirst ? 404 : answer.status(), path).toBe(404)
}

/** Whatever this address answers to this reader, none of these words is in it. */
export async function expectSilent(page: Page, path: string, words: readonly string[]): Promise<void> {
  const text = await (await page.request.get(path)).text()
  for (const word of words) expect(text.includes(word), `${path} says ${word}`).toBe(false)
}
