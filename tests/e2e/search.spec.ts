import type { Locale } from '#domain/shared/localized.ts'
import { en } from '#i18n/en.ts'
import { createT } from '#i18n/translate.ts'
import { zh } from '#i18n/zh.ts'
import { paths } from '#paths'
import { expectAccessible, expectNoOverflow } from '#tests/support/accessible.ts'
import { expect, type Page, test } from '#tests/support/browser.ts'
import { enter, reach } from '#tests/support/keyboard.ts'
import { settled } from '#tests/support/settled.ts'

test.describe.configure({ mode: 'parallel' })

const robots = paths.search({ index: 'products', q: '机器人' })
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.getAll(name)
const totalOn = async (page: Page) => Number(/\d+/.exec((await page.locator('h1').textContent()) ?? '')?.[0])
const bound = /^[\d.]+\.\.$/

/** Somebody looks for a robot on a phone, without touching it. */
for (const [locale, theme, dictionary] of [['zh', 'light', zh] as const, ['en', 'dark', en] as const])
  test(`${locale}, ${theme}: types, picks, narrows and shares by keyboard alone, 360 px`, async ({
    visitor: page,
    open,
    baseURL,
  }) => {
    const t = createT(dictionary, locale)
    const preferences = [
      { name: 'lang', value: locale, url: baseURL ?? '' },
      { name: 'theme', value: theme, url: baseURL ?? '' },
    ]
    await page.context().addCookies(preferences)
    await page.setViewportSize({ width: 360, height: 800 })

    await test.step('suggestions come while one types, and Enter opens one', async () => {
      await page.goto(paths.home())
      const field = page.locator('main [type="search"]')
      await reach(field)
      // As an input method commits it, so that one question is asked and one list comes.
      await page.keyboard.insertText('配送')
      const options = page.getByRole('option')
      await expect(options.first()).toBeVisible()
      const count = await options.count()
      await expect(page.getByText(t('suggestion.count', { n: count }))).toBeAttached()
      await page.keyboard.press('ArrowUp')
      await expect(options.last()).toHaveAttribute('aria-selected', 'true')
      await page.keyboard.press('Home')
      await expect(options.first()).toHaveAttribute('aria-selected', 'true')
      await expect(field).toHaveAttribute(
        'aria-activedescendant',
        (await options.first().getAttribute('id')) ?? '',
      )
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await expect(options.first()).toBeHidden()
      await expect(field).toHaveValue('配送')
      await page.keyboard.press('ArrowDown')
      const title = (await options.first().textContent()) ?? ''
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    })

    await test.step('nothing is asked while an input method composes', async () => {
      await page.goto(robots)
      const asked: string[] = []
      page.on('request', request => {
        if (request.url().includes(paths.searchSuggestions(''))) asked.push(decodeURIComponent(request.url()))
      })
      const field = page.locator('main [type="search"]')
      await reach(field)
      await expect(field).toHaveAttribute('role', 'combobox')
      await field.evaluate((input: HTMLInputElement) => {
        const say = (type: string) => input.dispatchEvent(new CompositionEvent(type, { bubbles: true }))
        say('compositionstart')
        for (const text of ['x', 'xu', 'xun']) {
          input.value = text
          input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }))
        }
        input.value = '巡检'
        setTimeout(() => say('compositionend'), 400)
      })
      await expect(page.getByRole('option').first()).toBeVisible()
      expect(asked.map(url => url.split('q=')[1])).toEqual(['巡检'])
      await page.keyboard.press('Escape')
    })

    await test.step('two values of one facet are alternatives, and a slider moves by its keys', async () => {
      await page.goto(robots)
      const all = await totalOn(page)
      const narrow = page.getByRole('button', { name: t('search.narrow') })
      await enter(narrow)
      const boxes = page.locator('#narrow input[name="category"]')
      const pick = async (nth: number, counts: number) => {
        await reach(boxes.nth(nth))
        await page.keyboard.press('Space')
        await expect.poll(() => parameter(page, 'category').length).toBe(counts)
        // The address changes before the page does; this number is drawn with the new total.
        await expect(narrow.locator('.num')).toHaveText(t('search.chosen', { n: counts }))
        await expect(boxes.nth(nth)).toBeFocused()
      }
      await pick(0, 1)
      const one = await totalOn(page)
      expect(one).toBeLessThan(all)
      await pick(1, 2)
      const two = await totalOn(page)
      expect(two).toBeGreaterThan(one)
      expect(two).toBeLessThan(all)

      const slider = page.getByRole('slider').first()
      await reach(slider)
      for (let steps = 0; steps < 20; steps++) await page.keyboard.press('ArrowRight')
      // Where the keys come slowly, the page follows the handle more than once; it rests when both say the same.
      const least = page.locator('[name="payloadKg.min"]')
      await expect.poll(() => parameter(page, 'payloadKg')[0]).toMatch(bound)
      await expect
        .poll(async () => parameter(page, 'payloadKg')[0] === `${await least.inputValue()}..`)
        .toBe(true)
      await settled(page)
      await expectAccessible(page)
      await expectNoOverflow(page)
      await page.keyboard.press('Escape')
      await expect(boxes.first()).toBeHidden()
      await expectAccessible(page)
      await expectNoOverflow(page)
    })

    await test.step('the address says it all to whoever it is sent to', async () => {
      const other = await open()
      await other.context().addCookies(preferences)
      // Other walks publish products meanwhile, so both look at the same time.
      await expect(async () => {
        await Promise.all([page.reload(), other.goto(page.url())])
        expect(await totalOn(other)).toBe(await totalOn(page))
      }).toPass()
      await expect(other.locator('#narrow input[name="category"]:checked')).toHaveCount(2)
      const least = parameter(page, 'payloadKg')[0]?.split('..')[0] ?? ''
      await expect(other.locator('[name="payloadKg.min"]')).toHaveValue(least)
      await expectNoOverflow(other)
      await expectAccessible(other)
    })

    await test.step('where nothing is found, the word that nothing has is named', async () => {
      await page.goto(paths.search({ index: 'products', q: '配送 量子纠缠' }))
      await expectAccessible(page)
      await enter(page.getByRole('link', { name: t('search.relax.word', { what: '量子纠缠' }) }))
      await expect.poll(() => parameter(page, 'q')[0]).toBe('配送')
      await expect.poll(() => totalOn(page)).toBeGreaterThan(0)
      await expectClose(page, locale)
    })
  })

/** The density is kept for the next search, and stands in the address. */
async function expectClose(page: Page, locale: Locale): Promise<void> {
  const t = createT(locale === 'zh' ? zh : en, locale)
  const compact = page.getByRole('button', { name: t('search.compact') })
  await enter(compact)
  await expect(page).toHaveURL(/view=compact/)
  await expect(compact).toHaveAttribute('aria-pressed', 'true')
  await page.goto(robots)
  await expect(compact).toHaveAttribute('aria-pressed', 'true')
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the same form narrows, and its address has one spelling', async ({ visitor }) => {
    await visitor.goto(robots)
    const all = await totalOn(visitor)
    await visitor.locator('#narrow input[name="category"]').first().check()
    await visitor.locator('[name="payloadKg.min"]').fill('20')
    await visitor.getByRole('button', { name: '按此筛选' }).click()
    await expect.poll(() => parameter(visitor, 'payloadKg')).toEqual(['20..'])
    expect(parameter(visitor, 'category')).toHaveLength(1)
    expect(await totalOn(visitor)).toBeLessThan(all)
    const keeping = visitor.url()
    await visitor.locator('[name="undisclosed"][value="drop"]').check()
    await visitor.getByRole('button', { name: '按此筛选' }).click()
    await expect.poll(() => parameter(visitor, 'undisclosed')).toEqual(['drop'])
    const dropping = await totalOn(visitor)
    // Asked last, so that what another walk publishes meanwhile can only be among what is kept.
    await visitor.goto(keeping)
    expect(await totalOn(visitor)).toBeGreaterThanOrEqual(dropping)

    await visitor.setViewportSize({ width: 360, height: 800 })
    await expect(visitor.locator('#narrow')).toBeHidden()
    await visitor.locator('[popovertarget="narrow"]').first().click()
    await expect(visitor.locator('#narrow')).toBeVisible()
  })
})
