import { en } from '#i18n/en.ts'
import { createT } from '#i18n/translate.ts'
import { zh } from '#i18n/zh.ts'
import { paths } from '#paths'
import { expect, test } from '#tests/support/browser.ts'
import {
  ask,
  come,
  decide,
  draft,
  expectClosed,
  found,
  go,
  join,
  main,
  openMatter,
  register,
  setDepartment,
  speak,
  takeOffice,
} from '#tests/support/joining.ts'
import { enter, reach } from '#tests/support/keyboard.ts'
import { newcomers } from '#tests/support/newcomers.ts'

// A trace takes a picture of the page at every key, of which there are a thousand.
test.use({ trace: 'off' })

/** A hospital group of three departments, a firm and two officers, without a mouse, in both languages. */
for (const [locale, words] of [['zh', zh] as const, ['en', en] as const])
  test(`${locale}: 一个医疗集团、一家企业、两位经办人从零到核验，只用键盘`, async ({ open, as }) => {
    test.setTimeout(600_000)
    const [desk, admin] = [await as('handler'), await as('administrator')]
    const walk = { locale, t: createT(words, locale), cast: newcomers(locale), desk, seen: new Set<string>() }
    const { t } = walk
    const page = async () => speak(walk, await open())
    for (const each of [desk, admin]) await speak(walk, each)

    const owner = await open()
    const hospital = await test.step('the hospital', async () => {
      await owner.goto(paths.register())
      // The others come with the language chosen; the first one chooses it.
      const inEnglish = owner
        .getByRole('banner')
        .getByRole('button', { name: t('common.preferences.toEnglish') })
      if (locale === 'en') await enter(inEnglish)
      await register(walk, owner, 'owner')
      return found(walk, owner, 'hospital')
    })
    await test.step('its three departments', async () => {
      const duties = ['draft', 'publish', 'sign'] as const
      for (const [index, duty] of duties.entries()) await setDepartment(walk, owner, index, duty)
    })
    const [drafter, buyer] = [await page(), await page()]
    await test.step('its people', async () => {
      await join(walk, owner, { newcomer: drafter, who: 'drafter', department: 0 })
      await join(walk, owner, { newcomer: buyer, who: 'buyer', department: 1 })
    })
    const scenario = await test.step('a draft that cannot be submitted yet', () => draft(walk, drafter))
    await ask(walk, owner, hospital, ['publishScenarios'])

    const founder = await page()
    const firm = await test.step('the firm', async () => {
      await founder.goto(paths.register())
      await register(walk, founder, 'founder')
      const id = await found(walk, founder, 'firm')
      const seller = await page()
      await enter(main(founder, t('organization.people')))
      await join(walk, founder, { newcomer: seller, who: 'seller' })
      await ask(walk, founder, id, ['bid', 'receiveReward'])
      return id
    })

    const [handler, approver] = [await page(), await page()]
    await test.step('two officers', async () => {
      await takeOffice(walk, admin, { officer: handler, role: 'handler' })
      await takeOffice(walk, admin, { officer: approver, role: 'approver' })
    })
    await test.step('verification by two', async () => {
      await openMatter(walk, handler, `organization.${hospital}.asked`)
      await decide(walk, handler, 'publishScenarios', 'grant')
      await openMatter(walk, handler, `organization.${firm}.asked`)
      await decide(walk, handler, 'bid', 'grant')
      const secondStep = await decide(walk, handler, 'receiveReward', 'endorse')
      await expect(handler.getByRole('link', { name: t('organization.request.open') })).toHaveCount(0)
      await handler.goto(secondStep)
      await expect(handler.getByRole('radio', { name: t('organization.request.grant') })).toHaveCount(0)
      await approver.goto(paths.organization(firm))
      await decide(walk, approver, 'receiveReward', 'grant')
      await expect(
        approver.getByRole('table').getByText(t('organization.requestStatus.granted'), { exact: true }),
      ).toHaveCount(2)
    })
    await test.step('what each may do now', async () => {
      for (const [of, id] of [
        [owner, hospital],
        [founder, firm],
      ] as const) {
        await of.goto(paths.organization(id))
        await expect(of.locator('main').getByText(t('status.organization.verified')).first()).toBeVisible()
      }
      const check = paths.scenarioEdit(scenario, { step: 'check' })
      await go(walk, drafter, check, walk.cast.scenario)
      await expectClosed(walk, drafter, t('wizard.check.submit'), 'organization.noPublishDuty')
      await buyer.goto(paths.scenarioEdit(scenario))
      await expect(buyer.getByText(t.reason('organization.noDraftDuty') ?? '')).toBeVisible()
      await go(walk, owner, check, walk.cast.scenario)
      const submit = main(owner, t('wizard.check.submit'))
      await reach(submit)
      // What is left is to write it; that they may is no question any more.
      await expect(submit).toHaveAccessibleDescription(t('wizard.check.fill', { n: 16 }))
      // Not just the first one: other walks publish scenarios of their own, and close them while this one reads.
      await founder.goto(paths.scenarios({ kind: 'open' }))
      await enter(founder.locator('main').getByRole('link', { name: '普通病区夜间地面清洁与消毒' }).first())
      await enter(main(founder, t('scenario.act.bid')))
      await come(walk, founder, t('bid.new'))
    })
  })
