import type { StepId } from '#domain/scenarios/steps.ts'
import { stepIds } from '#domain/scenarios/steps.ts'
import { addDays, dayOf } from '#domain/shared/dates.ts'
import type { Locale } from '#domain/shared/localized.ts'
import { en } from '#i18n/en.ts'
import { createT } from '#i18n/translate.ts'
import { zh } from '#i18n/zh.ts'
import { paths } from '#paths'
import { expectAccessible, expectNoOverflow } from '#tests/support/accessible.ts'
import { expect, type Page, test } from '#tests/support/browser.ts'
import type { Filling } from '#tests/support/forms.ts'
import { main } from '#tests/support/joining.ts'
import { enter, reach, typeInto } from '#tests/support/keyboard.ts'
import { chineseTexts } from '#tests/support/public-pages.ts'

// A trace takes a picture of the page at every key.
test.use({ trace: 'off' })

const today = dayOf(new Date())
const words = {
  zh: {
    title: '内科楼药品与标本配送',
    situation: '中心药房每天向九个病区送药约 120 趟，现由护士推车取送，希望白班由机器人往返。',
    pain: '早高峰电梯等候平均 6 分钟，护士离岗多。',
    unit: '趟',
    site: '内科楼 B1 至 9 层，客梯 2 部与访客共用，病区门净宽 850 mm。',
  },
  en: {
    title: 'Medicine and specimens in the ward block',
    situation: 'The pharmacy sends some 120 runs a day to nine wards; nurses fetch them with trolleys today.',
    pain: 'Six minutes of waiting for the lift in the morning; nurses are away.',
    unit: 'runs',
    site: 'Ward block B1 to 9, two lifts shared with visitors, ward doors 850 mm wide.',
  },
}

/** An equipment manager writes a whole scenario on a phone, without touching it. */
for (const [locale, dictionary] of [['zh', zh] as const, ['en', en] as const])
  test(`${locale}: 从零写到提交，只用键盘，360 px`, async ({ as, baseURL }) => {
    const t = createT(dictionary, locale)
    const said = words[locale]
    const page = await as('hospital')
    await page.context().addCookies([{ name: 'lang', value: locale, url: baseURL ?? '' }])
    await page.setViewportSize({ width: 360, height: 800 })
    const form = () => page.locator('#scenario')
    const next = async (filling: Filling, step: StepId) => {
      await look(page, locale, t(`wizard.name.${step}`))
      await typeInto(form(), filling)
      await enter(main(page, t('wizard.save.next')))
      const following = stepIds[stepIds.indexOf(step) + 1]
      await page.waitForURL(url => url.searchParams.get('step') === following)
    }

    await page.goto(paths.scenarioNew())
    const task = { title: said.title, domain: 'healthcare', district: '110106', template: 'hospitalDelivery' }
    await next(task, 'task')

    await test.step('a reload in the middle brings back what was typed', async () => {
      await typeInto(form(), { situation: said.situation })
      await expect(page.locator('.autosave')).toHaveAttribute('data-state', 'saved')
      await page.reload()
      await expect(page.locator('[name="situation"]')).toHaveValue(said.situation)
      // The same with a save that was not taken: the browser kept it.
      await page.route('**/autosave*', route => route.fulfill({ status: 422, json: {} }))
      await typeInto(form(), { pain: said.pain })
      await expect(page.locator('.autosave')).toHaveAttribute('data-state', 'invalid')
      await page.reload()
      await expect(page.locator('[name="pain"]')).toHaveValue(said.pain)
      await page.unroute('**/autosave*')
    })
    await next({ processVolume: '120', processUnit: said.unit }, 'today')

    await answer(page, 'elevator', { necessity: 'must' })
    await answer(page, 'automaticDoor', { necessity: 'unknown' })
    await next({ site: said.site }, 'site')

    await answer(page, 'payloadKg', { necessity: 'must', value: '50' })
    await answer(page, 'integrationHis', { necessity: 'none' })
    await next({}, 'requirements')

    const targets = ['95', '3', '0.1', '97'].map((target, row) => [`metrics[${row}].target`, target])
    await next(Object.fromEntries(targets), 'metrics')

    const money = { readiness: 'funded', budgetEvidence: 'annualBudget', budgetFen: '54', units: '2' }
    await next({ ...money, pilotWeeks: '8', commercialForm: 'trialThenBuy' }, 'money')

    await typeDate(page, 'questionsUntil', addDays(today, 14))
    await typeDate(page, 'bidDeadline', addDays(today, 21))
    await next({}, 'evaluation')

    await look(page, locale, t('wizard.name.check'))
    await expect(page.getByText(t('wizard.check.ready'))).toBeVisible()
    await enter(main(page, t('wizard.check.submit')))
    await expect(page.getByText(t('status.scenario.submitted'), { exact: true }).first()).toBeVisible()
    await page.context().clearCookies({ name: 'lang' })
  })

/** The step's page: axe minds nothing, nothing sticks out, and nothing speaks the other language. */
async function look(page: Page, locale: Locale, name: string): Promise<void> {
  await expect(page.locator('.wizard__head h2')).toHaveText(name)
  await expectAccessible(page)
  await expectNoOverflow(page)
  if (locale === 'zh') return
  const text = await page.locator('main').textContent()
  expect(chineseTexts().filter(each => text?.includes(each))).toEqual([])
}

/** Answers the question about a criterion. */
async function answer(page: Page, criterion: string, filling: Record<string, string>): Promise<void> {
  const question = page.locator(`#scenario-need-${criterion}`)
  const prefix = (await question.locator('[name$=".necessity"]').getAttribute('name'))?.replace(
    'necessity',
    '',
  )
  const named = Object.entries(filling).map(([part, value]) => [`${prefix}${part}`, value])
  await typeInto(question, Object.fromEntries(named))
}

/** A date and time, part by part, in whichever order the browser's own control has them. */
async function typeDate(page: Page, name: string, day: string): Promise<void> {
  const control = page.locator(`[name="${name}"]`)
  await reach(control)
  const [year = '', month = '', date = ''] = day.split('-')
  for (const [before, after] of [
    [`${month}${date}${year}`, '0500P'],
    [year, `${month}${date}1700`],
  ] as const) {
    for (let part = 0; part < 6; part++) await page.keyboard.press('ArrowLeft')
    await page.keyboard.type(before)
    // A year may have six digits, so it does not lead on by itself.
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type(after)
    if ((await control.inputValue()) === `${day}T17:00`) return
  }
  await expect(control).toHaveValue(`${day}T17:00`)
}
