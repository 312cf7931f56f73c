import type { Locator } from '@playwright/test'
import type { Locale } from '#domain/shared/localized.ts'
import type { Capability, Duty, OfficerRole } from '#domain/vocabulary.ts'
import { capabilities, officerRoles } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { expectAccessible, expectNoOverflow } from './accessible.ts'
import { expect, type Page, test } from './browser.ts'
import { enter, reach, typeInto } from './keyboard.ts'
import { letterTo, linkIn } from './mailbox.ts'
import type { newcomers } from './newcomers.ts'
import { chineseTexts } from './public-pages.ts'
import { idIn } from './steps.ts'
import { codeOf } from './totp.ts'

/** What one walk knows: its language, who comes, whose letters are read, and which pages were looked at. */
export interface Walk {
  locale: Locale
  t: Translate
  cast: ReturnType<typeof newcomers>
  desk: Page
  seen: Set<string>
}
type Who = Parameters<Walk['cast']['one']>[0]

/** Where people and matters of the demo are listed, in the language they were written in. */
const demoData = /^\/(officers$|queue|scenarios\/:id\/bids)/

/** This page speaks the walk's language from now on. */
export async function speak({ locale }: Walk, page: Page): Promise<Page> {
  const url = test.info().project.use.baseURL ?? ''
  await page.context().addCookies([{ name: 'lang', value: locale, url }])
  return page
}

/** The button or link of this name on the page itself. */
export function main(page: Page, name: string): Locator {
  const place = page.locator('main')
  return place
    .getByRole('button', { name, exact: true })
    .or(place.getByRole('link', { name, exact: true }))
    .first()
}

/** Has come to the page of this heading. Each is looked at once: on a phone, and in the one language by axe and for words of the other. */
export async function come({ seen, locale }: Walk, page: Page, heading: string): Promise<void> {
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

export async function go(walk: Walk, page: Page, path: string, heading: string): Promise<void> {
  await page.goto(path)
  await come(walk, page, heading)
}

/** The newest letter to this address is unfolded; its link is the way on. */
async function linkTo({ desk }: Walk, email: string, way: string): Promise<string> {
  const letter = await letterTo(desk, email, way)
  await enter(letter.locator('summary'))
  await reach(letter.getByRole('link'))
  return linkIn(letter)
}

export async function expectClosed({ t }: Walk, page: Page, name: string, reason: string): Promise<void> {
  const button = main(page, name)
  await reach(button)
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(button).toHaveAccessibleDescription(t.reason(reason) ?? reason)
}

/** 注册: by an address that is proved, and a password. Begins at the page that asks for the address. */
export async function register(walk: Walk, page: Page, who: Who): Promise<void> {
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
export async function found(walk: Walk, page: Page, which: 'hospital' | 'firm'): Promise<string> {
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

export async function setDepartment(walk: Walk, page: Page, index: number, duty: Duty): Promise<void> {
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
export async function join(walk: Walk, owner: Page, { newcomer, who, department }: Joining): Promise<void> {
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
export async function draft(walk: Walk, page: Page): Promise<string> {
  const { t, cast } = walk
  await go(walk, page, paths.desk(), cast.hospital.name)
  await enter(main(page, t('workspace.empty.scenarioAct')))
  await come(walk, page, t('scenario.form.new'))
  await typeInto(page.locator('main'), { title: cast.scenario })
  await enter(main(page, t('wizard.save.leave')))
  await come(walk, page, cast.scenario)
  const id = await idIn(page)
  await go(walk, page, paths.scenarioEdit(id, { step: 'check' }), cast.scenario)
  await expectClosed(walk, page, t('wizard.check.submit'), 'organization.notVerified')
  return id
}

export async function ask(walk: Walk, page: Page, id: string, wanted: readonly Capability[]): Promise<void> {
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
export async function takeOffice(walk: Walk, admin: Page, { officer, role }: Office): Promise<void> {
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
export async function openMatter(walk: Walk, page: Page, item: string): Promise<void> {
  const { t } = walk
  await go(walk, page, paths.queue({ kind: 'organization', item }), t('queue.title'))
  await enter(main(page, t('queue.next.verify')))
}

export async function decide(
  walk: Walk,
  page: Page,
  capability: Capability,
  deed: 'grant' | 'endorse',
): Promise<string> {
  const { t, cast } = walk
  const row = page.getByRole('row').filter({ hasText: t.pick(capabilities[capability]) })
  await enter(row.getByRole('link', { name: t('organization.request.open') }))
  await come(walk, page, t('organization.request.title', { capability: t.pick(capabilities[capability]) }))
  const here = page.url()
  await typeInto(page.locator('main'), { deed, reason: cast.opinion })
  await enter(main(page, t('organization.request.submit')))
  // An opinion given before stands on the request's page as well.
  await expect(page).toHaveURL(/\/organizations\/[\w-]{36}(#main)?$/)
  await expect(row.getByText(cast.opinion)).toBeVisible()
  return here
}
