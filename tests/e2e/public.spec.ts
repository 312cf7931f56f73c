import { paths } from '#paths'
import { expectAccessible, expectNoOverflow } from '#tests/support/accessible.ts'
import { expect, type Page, test } from '#tests/support/browser.ts'
import { chineseTexts, publicPages } from '#tests/support/public-pages.ts'

/** What a visitor sees: in both languages, on a phone and on a desk, by night, and without JavaScript. */
test.describe.configure({ mode: 'parallel' })

const widths = [1280, 768, 360]

// Each page is opened once by day in Chinese and once by night in English, and turned to each width.
for (const { locale, theme } of [
  { locale: 'zh', theme: 'light' },
  { locale: 'en', theme: 'dark' },
]) {
  test(`public pages in ${locale}, ${theme}, from desk to phone`, async ({ visitor, context, baseURL }) => {
    await context.addCookies([
      { name: 'lang', value: locale, url: baseURL },
      { name: 'theme', value: theme, url: baseURL },
    ])
    for (const [name, path] of await publicPages(visitor.request)) {
      await test.step(name, async () => {
        expect((await visitor.goto(path))?.status()).toBe(200)
        await expect(visitor.getByRole('heading', { level: 1 })).toHaveCount(1)
        await expect(visitor.locator('html')).toHaveAttribute('lang', locale === 'zh' ? 'zh-CN' : 'en')
        await expect(visitor.locator('html')).toHaveAttribute('data-theme', theme)
        for (const width of widths) {
          await visitor.setViewportSize({ width, height: 800 })
          await expectNoOverflow(visitor)
        }
        await expectAccessible(visitor)
        if (locale === 'en') await expectEnglish(visitor)
      })
    }
  })
}

test('a page that is not there says so and leads on', async ({ visitor }) => {
  const answer = await visitor.goto('/no/such/page')
  expect(answer?.status()).toBe(404)
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('没有这一页')
  await expect(visitor.getByRole('link', { name: '搜一搜' })).toBeVisible()
  await expectAccessible(visitor)
  await visitor.getByRole('button', { name: 'EN', exact: true }).click()
  await expect(visitor.getByRole('heading', { level: 1 })).not.toHaveText(/\p{Script=Han}/u)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('lists filter, objects open, search finds, the calculator calculates', async ({ visitor }) => {
    await visitor.goto(paths.scenarios())
    await visitor.locator('[name="domain"]').selectOption('healthcare')
    await visitor.getByRole('button', { name: '筛选' }).click()
    await expect(visitor).toHaveURL(/domain=healthcare/)
    const first = visitor.locator('main a[href^="/scenarios/0"]').first()
    const title = (await first.textContent())?.trim() ?? ''
    await first.click()
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(title)

    await visitor.goto(paths.home())
    await visitor.getByRole('searchbox').or(visitor.locator('main [name="q"]')).first().fill('药品配送')
    await visitor.locator('main').getByRole('button', { name: '搜索' }).click()
    await expect(visitor).toHaveURL(/\/search\?/)
    await expect(visitor.locator('main').getByRole('link', { name: /药品/ }).first()).toBeVisible()

    await visitor.goto(paths.rewards())
    await visitor.locator('[name="own"][value="yes"]').check()
    await visitor.getByRole('button', { name: '测算', exact: true }).click()
    await expect(visitor.getByText('不能判定').first()).toBeVisible()
    await expect(visitor.getByText('年度余额').first()).toBeVisible()
  })

  test('language and appearance change by plain forms and come back to the page', async ({ visitor }) => {
    await visitor.goto(paths.products())
    await visitor.getByRole('button', { name: 'EN', exact: true }).click()
    await expect(visitor).toHaveURL(/\/products$/)
    await expect(visitor.locator('html')).toHaveAttribute('lang', 'en')
    await visitor.getByRole('button', { name: 'Switch to the dark appearance' }).click()
    await expect(visitor.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expect(visitor).toHaveURL(/\/products$/)
  })
})

/** No word of the Chinese dictionary is left, and nothing that is not data is Chinese. */
async function expectEnglish(page: Page): Promise<void> {
  const left = await page.evaluate(known => {
    const chinese = new Set(known)
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? ''
      const chrome = walker.currentNode.parentElement?.closest(
        'nav, footer, button:not([lang]), label, legend, thead th:not([translate="no"]), dt',
      )
      if (chinese.has(text) || (chrome && /^\p{Script=Han}/u.test(text))) found.push(text)
    }
    return found
  }, chineseTexts())
  expect(left, `Chinese on ${page.url()}`).toEqual([])
}
