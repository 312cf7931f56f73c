import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/** axe finds nothing serious or critical on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // Our pages have no frames, so axe itself does; its wrapper for frames costs as much again. A document that the
  // router goes on with has it already.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async values => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const options = {
      runOnly: { type: 'tag' as const, values },
      resultTypes: ['violations' as const],
      preload: false,
    }
    return (await axe.run(document, options)).violations
  }, rules)
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const found = grave.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id} at ${node.target.join(' ')}: ${node.failureSummary?.replaceAll('\n', ' ')}`),
  )
  expect(found, `axe on ${page.url()}`).toEqual([])
}

/** Nothing sticks out sideways; a window that was just made narrower has a moment to lay the page out. */
export async function expectNoOverflow(page: Page): Promise<void> {
  await expect(async () => {
    const { width, inner, wide } = await page.evaluate(() => {
      const inner = window.innerWidth
      const width = document.scrollingElement?.scrollWidth ?? 0
      const all = width > inner ? [...document.querySelectorAll('body *')] : []
      const wide = all
        .filter(each => each.getBoundingClientRect().right > inner + 0.5)
        .slice(0, 5)
        .map(each => `${each.tagName.toLowerCase()}.${each.className}`)
      return { width, inner, wide }
    })
    expect(width, `${page.url()} is wider than ${inner} px: ${wide.join(', ')}`).toBeLessThanOrEqual(inner)
  }).toPass({ timeout: 10_000 })
}
