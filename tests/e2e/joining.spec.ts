import type { Locator } from '@playwright/test'
import type { Locale } from '#domain/shared/localized.ts'
import type { Capability, Duty, OfficerRole } from '#domain/vocabulary.ts'
import { capabilities, officerRoles } from '#domain/vocabulary.ts'
import { en } from '#i18n/en.ts'
import { createT, type Translate } from '#i18n/translate.ts'
import { zh } from '#i18n/zh.ts'
import { paths } from '#paths'
import { expectAccessible, expectNoOverflow } from '#tests/support/accessible.ts'
import { expect, type Page, test } from '#tests/support/browser.ts'
import { enter, reach, typeInto } from '#tests/support/keyboard.ts'
import { newcomers } from '#tests/support/newcomers.ts'
import { chineseTexts } from '#tests/support/public-pages.ts'
import { idIn } from '#tests/support/steps.ts'
import { codeOf } from '#tests/support/totp.ts'

/** What one walk knows: its language, who comes, whose letters are read, and which pages were looked at. */
interface Walk {
  locale: Locale
  t: Translate
  cast: ReturnType<typeof newcomers>
  desk: Page
  seen: Set<string>
}
type Who = Parameters<Walk['cast']['one']>[0]

for (const [locale, words] of [['zh', zh] as const, ['en', en] as const])
  test(`${locale}: 一个医疗集团、一家企业、两位经办人从零到核验，只用键盘`, async ({ open, as }) => {
    test.setTimeout(240_000)
    const [desk, admin] = [await as('handler'), await as('administrator')]
    const walk = { locale, t: createT(words, locale), cast: newcomers(locale), desk, seen: new Set<string>() }
    const { t, cast } = walk
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
      await decide(walk, handler, 'receiveReward', 'endorse')
      await expect(handler.getByRole('link', { name: t('organization.request.open') })).toHaveCount(0)
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
      await go(walk, drafter, paths.scenarioEdit(scenario), t('scenario.form.edit'))
      await expectClosed(walk, drafter, t('scenario.form.saveAndSubmit'), 'organization.noPublishDuty')
      await go(walk, buyer, paths.scenarioEdit(scenario), t('scenario.form.edit'))
      await expect(main(buyer, t('scenario.form.saveAndSubmit'))).toBeVisible()
      await founder.goto(paths.scenarios({ kind: 'open' }))
      await enter(founder.locator('main h3 a, main h2 a').first())
      await enter(main(founder, t('scenario.act.bid')))
      await come(walk, founder, t('bid.new'))
    })
    expect(cast.hospital.uscc).not.toBe(cast.firm.uscc)
  })

/** Where people and matters of the demo are listed, in the language they were written in. */
const demoData = /^\/(officers$|queue|scenarios\/:id\/bids)/

/** This page speaks the walk's language from now on. */
async function speak({ locale }: Walk, page: Page): Promise<Page> {
  const url = test.info().project.use.baseURL ?? ''
  await page.context().addCookies([{ name: 'lang', value: locale, url }])
  return page
}

/** The button or link of this name on the page itself. */
function main(page: Page, name: string): Locator {
  const place = page.locator('main')
  return place
    .getByRole('button', { name, exact: true })
    .or(place.getByRole('link', { name, exact: true }))
    .first()
}

/** Has come to the page of this heading. Each is looked at once: on a phone, and in the one language by axe and for words of the other. */
async function come({ seen, locale }: Walk, page: Page, heading: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toContainText(heading)
  const name = new URL(page.url()).pathname.replace(/[\w-]{30,}|\d+/g, ':id')
  if (seen.has(name)) return
  seen.add(name)
  if (locale === 'en') {
    await expectAccessible(page)
    const text = demoData.test(name) ? '' : await page.locator('main').textContent()
    expect(
      chineseTexts().filter(each => text?.includes(each)),
      name,
    ).toEqual([])
  }
  await page.setViewportSize({ width: 360, height: 800 })
  await expectNoOverflow(page)
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function go(walk: Walk, page: Page, path: string, heading: string): Promise<void> {
  await page.goto(path)
  await come(walk, page, heading)
}

/** The newest letter to this address is unfolded; its link is the way on. */
async function linkTo({ desk }: Walk, email: string, way: string): Promise<string> {
  const letter = desk.locator('details').filter({ hasText: email }).filter({ hasText: way })
  await expect(async () => {
    await desk.goto(paths.mailbox())
    await expect(letter.first()).toBeAttached({ timeout: 500 })
  }).toPass({ timeout: 20_000 })
  await enter(letter.first().locator('summary'))
  const link = letter.first().getByRole('link')
  await reach(link)
  return new URL((await link.getAttribute('href')) ?? '').pathname
}

async function expectClosed({ t }: Walk, page: Page, name: string, reason: string): Promise<void> {
  const button = main(page, name)
  await reach(button)
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(button).toHaveAccessibleDescription(t.reason(reason) ?? reason)
}

/** 注册: by an address that is proved, and a password. Begins at the page that asks for the address. */
async function register(walk: Walk, page: Page, who: Who): Promise<void> {
  const { t } = walk
  const { email, name, password } = walk.cast.one(who)
  await come(walk, page, t('account.join.title'))
  await typeInto(page.locator('main'), { email, name, affirmed: true })
  await enter(main(page, t('account.join.submit')))
  await expect(page.getByText(t('account.join.sentTitle'))).toBeVisible()
  await go(walk, page, await linkTo(walk, email, '/confirm/'), t('account.join.confirm'))
  await typeInto(page.locator('main'), { password, again: password })
  await enter(main(page, t('account.join.finish')))
}

/** 注册单位, with its licence. */
async function found(walk: Walk, page: Page, which: 'hospital' | 'firm'): Promise<string> {
  const { t, cast } = walk
  await come(walk, page, t('workspace.title'))
  await enter(main(page, t('workspace.newOrganization')))
  await come(walk, page, t('organization.new'))
  await typeInto(page.locator('main'), cast[which])
  await enter(main(page, t('organization.submit.new')))
  await come(walk, page, cast[which].name)
  const id = await idIn(page)
  await enter(main(page, t('organization.act.addDocument')))
  await come(walk, page, t('organization.document.add'))
  await typeInto(page.locator('main'), cast.licence(which))
  await enter(main(page, t('organization.document.add')))
  await come(walk, page, cast[which].name)
  await expect(page.getByText(t('organization.document.standing.valid'), { exact: true })).toBeVisible()
  return id
}

async function setDepartment(walk: Walk, page: Page, index: number, duty: Duty): Promise<void> {
  const { t, cast } = walk
  if (index === 0) await enter(main(page, t('organization.people')))
  await come(walk, page, t('organization.people'))
  await enter(main(page, t('organization.department.add')))
  await come(walk, page, t('organization.department.add'))
  await typeInto(page.locator('main'), { name: cast.departments[index] ?? '', duties: duty })
  await enter(main(page, t('organization.department.save')))
  await expect(main(page, cast.departments[index] ?? '')).toBeVisible()
}

interface Joining {
  newcomer: Page
  who: Who
  /** Which of the departments, if any. */
  department?: number
}

/** A colleague is invited by mail, registers from the letter and is in. */
async function join(walk: Walk, owner: Page, { newcomer, who, department }: Joining): Promise<void> {
  const { t, cast } = walk
  const { email, name } = cast.one(who)
  await come(walk, owner, t('organization.people'))
  await typeInto(owner.locator('main'), { email, role: department === undefined ? 'viewer' : 'editor' })
  if (department !== undefined) {
    const label = cast.departments[department] ?? ''
    const option = owner.getByRole('combobox').getByRole('option', { name: label })
    await typeInto(owner.locator('main'), { departmentId: (await option.getAttribute('value')) ?? '' })
  }
  await enter(main(owner, t('organization.invitation.submit')))
  await expect(owner.locator('main').getByText(email)).toBeVisible()

  const invited = t('organization.invitation.page', { organization: '' }).replace(/[“”]+/, '')
  await go(walk, newcomer, await linkTo(walk, email, '/invitations/'), invited.trim())
  await enter(main(newcomer, t('account.register')))
  await register(walk, newcomer, who)
  await expect(newcomer.getByRole('heading', { level: 1 })).toContainText(invited.trim())
  await enter(main(newcomer, t('organization.invitation.accept')))
  await expect(newcomer).toHaveURL(/\/organizations\/[\w-]{36}(#main)?$/)
  await owner.reload()
  await expect(owner.getByRole('row').filter({ hasText: name })).toBeVisible()
}

/** 起草 is open at once; 提交 says what it waits for. */
async function draft(walk: Walk, page: Page): Promise<string> {
  const { t, cast } = walk
  await go(walk, page, paths.desk(), cast.hospital.name)
  await enter(main(page, t('workspace.empty.scenarioAct')))
  await come(walk, page, t('scenario.form.new'))
  await typeInto(page.locator('main'), { title: cast.scenario })
  await expectClosed(walk, page, t('scenario.form.saveAndSubmit'), 'organization.notVerified')
  await enter(main(page, t('scenario.form.saveDraft')))
  await come(walk, page, cast.scenario)
  return idIn(page)
}

async function ask(walk: Walk, page: Page, id: string, wanted: readonly Capability[]): Promise<void> {
  const { t } = walk
  await page.goto(paths.organization(id))
  await enter(main(page, t('organization.act.ask')))
  await come(walk, page, t('organization.ask.title'))
  for (const capability of wanted) await typeInto(page.locator('main'), { capabilities: capability })
  await enter(main(page, t('organization.ask.submit')))
  await expect(page.getByRole('table').getByText(t('organization.requestStatus.asked'))).toHaveCount(
    wanted.length,
  )
}

interface Office {
  officer: Page
  role: OfficerRole & Who
}

/** 到岗: invited by mail; the office opens with the second factor. */
async function takeOffice(walk: Walk, admin: Page, { officer, role }: Office): Promise<void> {
  const { t } = walk
  const { email, name, password } = walk.cast.one(role)
  await go(walk, admin, paths.officers(), t('account.officers.title'))
  await typeInto(admin.locator('main'), { email, role })
  await enter(main(admin, t('account.officers.send')))
  await expect(admin.locator('main').getByText(email)).toBeVisible()

  const title = t('account.officers.joinTitle', { role: t.pick(officerRoles[role]) })
  await go(walk, officer, await linkTo(walk, email, '/officers/join/'), title)
  await typeInto(officer.locator('main'), { name, password, again: password })
  await enter(main(officer, t('account.officers.join')))
  await come(walk, officer, t('account.factor.title'))
  expect((await officer.request.get(paths.queue())).status()).toBe(403)
  const seed = ((await officer.locator('code.seed').textContent()) ?? '').replace(/\s/g, '')
  await typeInto(officer.locator('form#enable'), { code: codeOf(seed), password })
  await enter(main(officer, t('account.factor.enable')))
  await expect(officer.getByText(t('account.factor.codesTitle'))).toBeVisible()
  await enter(main(officer, t('account.factor.codesDone')))
  await come(walk, officer, t('queue.title'))
}

/** From the desk's list to the organisation that waits. */
async function openMatter(walk: Walk, page: Page, item: string): Promise<void> {
  const { t } = walk
  await go(walk, page, paths.queue({ kind: 'organization', item }), t('queue.title'))
  await enter(main(page, t('queue.next.verify')))
}

async function decide(
  walk: Walk,
  page: Page,
  capability: Capability,
  deed: 'grant' | 'endorse',
): Promise<void> {
  const { t, cast } = walk
  const row = page.getByRole('row').filter({ hasText: t.pick(capabilities[capability]) })
  await enter(row.getByRole('link', { name: t('organization.request.open') }))
  await come(walk, page, t('organization.request.title', { capability: t.pick(capabilities[capability]) }))
  await typeInto(page.locator('main'), { deed, reason: cast.opinion })
  await enter(main(page, t('organization.request.submit')))
  await expect(page.getByRole('table').getByText(cast.opinion).first()).toBeVisible()
}
