import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { demoPassword } from '#domain/accounts/demo.ts'
import { settled, watchLeaving } from './settled.ts'

/** The demo people that a browser can be. */
export const people = {
  hospital: 'hospital@demo.example',
  nursing: 'nursing@demo.example',
  firm: 'firm@demo.example',
  rival: 'care@demo.example',
  handler: 'handler@demo.example',
  approver: 'approver@demo.example',
  expert: 'expert@demo.example',
  newcomer: 'newcomer@demo.example',
  administrator: 'admin@demo.example',
} as const
export type Who = keyof typeof people

type State = Awaited<ReturnType<BrowserContext['storageState']>>

interface World {
  /** A page in a browser of its own: of somebody who was never here, or with this state of cookies. */
  open(storageState?: State): Promise<Page>
  /** A page of this person; signs in by the form once per worker, and asks for the same page again within a test. */
  as(who: Who): Promise<Page>
  /** A page of somebody who is not signed in. */
  visitor: Page
  /** Everything the browser complained about: script errors, refused content, files that are not there. */
  complaints: string[]
}

interface Keys {
  signIns: Map<Who, Promise<State>>
}

export const test = base.extend<World, Keys>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture names what it needs here, and this one needs nothing
  signIns: [async ({}, use) => use(new Map()), { scope: 'worker' }],

  contextOptions: { reducedMotion: 'reduce' },

  // biome-ignore lint/correctness/noEmptyPattern: the same
  complaints: async ({}, use) => {
    const complaints: string[] = []
    await use(complaints)
    expect(complaints, 'the browser complained').toEqual([])
  },

  context: async ({ context, complaints }, use) => {
    listen(context, complaints)
    await watchLeaving(context)
    await use(context)
  },

  visitor: async ({ page, javaScriptEnabled }, use) =>
    use(javaScriptEnabled === false ? page : unhurried(page)),

  open: async ({ browser, baseURL, contextOptions, complaints }, use) => {
    const contexts: BrowserContext[] = []
    await use(async storageState => {
      const context = await browser.newContext({
        ...contextOptions,
        baseURL,
        storageState,
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        viewport: { width: 1280, height: 900 },
      })
      contexts.push(context)
      listen(context, complaints)
      await watchLeaving(context)
      return unhurried(await context.newPage())
    })
    for (const context of contexts) await context.close()
  },

  as: async ({ open, signIns }, use) => {
    const pages = new Map<Who, Page>()
    await use(async who => {
      const known = pages.get(who)
      if (known) return known
      const signingIn = signIns.get(who) ?? open().then(page => signIn(page, people[who]))
      signIns.set(who, signingIn)
      const page = await open(await signingIn)
      pages.set(who, page)
      return page
    })
  },
})

export { expect, type Page }

/** A page that is not touched before its scripts run, however it was opened. */
function unhurried(page: Page): Page {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)]
  const then = async <T>(answer: T) => {
    await settled(page)
    return answer
  }
  page.goto = async (...given) => then(await goto(...given))
  page.reload = async (...given) => then(await reload(...given))
  return page
}

/** Signs in by the form, as a person does. */
async function signIn(page: Page, email: string): Promise<State> {
  await page.goto('/sign-in')
  await page.locator('main [name="email"]').fill(email)
  await page.locator('main [name="password"]').fill(demoPassword)
  await page.locator('main').getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).not.toHaveURL(/sign-in/)
  return page.context().storageState()
}

/** Answers of these kinds are part of the play: a page that is not there, a form that was refused. */
const expected = /Failed to load resource: the server responded with a status of (403|404|409|422)/

function listen(context: BrowserContext, complaints: string[]): void {
  context.on('weberror', error => {
    const { message } = error.error()
    complaints.push(`script error: ${message} (${error.page()?.url() ?? ''})`)
  })
  context.on('console', message => {
    if (message.type() !== 'error' || expected.test(message.text())) return
    complaints.push(`console: ${message.text()} (${message.page()?.url() ?? ''})`)
  })
  context.on('response', answer => {
    const kind = answer.request().resourceType()
    const isFile = ['script', 'stylesheet', 'image', 'font', 'manifest'].includes(kind)
    if (answer.status() >= 500 || (isFile && answer.status() >= 400)) {
      complaints.push(`${answer.status()} ${answer.url()}`)
    }
  })
}
