import type { Locator } from '@playwright/test'
import { paths } from '#paths'
import { expect, type Page } from './browser.ts'

/** A worker sends the letters, which on a loaded machine has much else to do first. */
const postTimeMs = 90_000

/**
 * The newest letter to this address that says this, once it has come; the demo's bureau reads everybody's letters, so
 * those of other walks lie there too.
 */
export async function letterTo(desk: Page, email: string, saying: string): Promise<Locator> {
  const letter = desk.locator('details').filter({ hasText: email }).filter({ hasText: saying }).first()
  await expect(async () => {
    await desk.goto(paths.mailbox())
    await expect(letter).toBeAttached({ timeout: 500 })
  }).toPass({ timeout: postTimeMs })
  return letter
}

/** Where the only link of a letter leads on this site. */
export async function linkIn(letter: Locator): Promise<string> {
  const href = await letter.locator('a').getAttribute('href')
  return new URL(href ?? '').pathname
}
