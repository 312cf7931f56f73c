import { v7 } from 'uuid'
import { paths } from '#paths'
import { expect, type Page, test } from '#tests/support/browser.ts'
import { errorAt, expectKept, fill } from '#tests/support/forms.ts'
import { writeScenario } from '#tests/support/scenario-pages.ts'
import { idIn, press } from '#tests/support/steps.ts'
import { bidForm, scenarioForm } from '#tests/support/trip-forms.ts'

/** Whatever is sent: a sentence in the reader's language, everything typed still there, nothing changed. */
const nobody = '01900000-0000-7000-8000-000000000000'

test('what does not exist, or is not for the reader, is not there', async ({ as, visitor }) => {
  const firm = await as('firm')
  const pages = [paths.scenario, paths.product, paths.entry, paths.bid, paths.pilot, paths.claim]
  for (const page of pages)
    for (const id of [nobody, 'abc', '%27or%201=1', nobody.replace('0000', '000g')])
      expect((await firm.request.get(page(id))).status(), page(id)).toBe(404)
  expect((await visitor.request.get(paths.scenarioMatches(nobody))).status()).toBe(404)

  const hospital = await as('hospital')
  const draft = await drafted(hospital, `只给自己看的草稿 ${Date.now()}`)
  expect((await hospital.request.get(paths.scenario(draft))).status()).toBe(200)
  for (const stranger of [visitor, firm, await as('nursing'), await as('handler')])
    for (const page of [paths.scenario(draft), paths.scenarioMatches(draft)])
      expect((await stranger.request.get(page)).status(), page).toBe(404)
  const foreign = await (await as('nursing')).request.get(paths.scenarioEdit(draft))
  expect(foreign.status()).toBe(404)
})

test('a form that is sent twice has one effect', async ({ as }) => {
  const hospital = await as('hospital')
  const title = `双击提交 ${Date.now()}`
  const form = { formKey: v7(), intent: 'save', title }
  await hospital.goto(paths.scenarioNew())
  const answers = await Promise.all([1, 2, 3].map(() => post(hospital, paths.scenarioNew(), form)))
  expect(answers.map(answer => [answer.status(), answer.headers().location])).toEqual(
    answers.map(() => [303, paths.scenario(form.formKey)]),
  )
  await hospital.goto(paths.scenariosMine())
  await expect(hospital.getByRole('link', { name: title })).toHaveCount(1)
  await hospital.goto(paths.scenario(form.formKey))
  await expect(hospital.getByText('起草', { exact: true })).toHaveCount(1)
})

test('a second bid of the same firm is refused in a sentence', async ({ as }) => {
  const firm = await as('firm')
  await firm.goto(paths.bids())
  const call = '普通病区夜间地面清洁与消毒'
  const heading = firm.getByRole('heading', { level: 1 })
  await firm.getByRole('link', { name: call }).first().click()
  // The list has that link too, so what counts is that its page is gone.
  await expect(heading).toHaveText(`应标方案：${call}`)
  const bid = await idIn(firm, /(?<=\/bids\/)[\w-]{36}/)
  await firm.locator('main').getByRole('link', { name: call }).first().click()
  await expect(heading).toHaveText(call)
  await expect(firm.getByRole('link', { name: '看我的应标方案' }).first()).toBeVisible()
  const scenario = await idIn(firm, /(?<=\/scenarios\/)[\w-]{36}/)
  await firm.goto(paths.bidNew(scenario))
  await expect(firm.getByText('每个单位对一个场景只有一份有效方案')).toBeVisible()

  const product = await productOf(firm)
  const { affirmed: _, ...words } = bidForm(
    '第二份方案：两周勘测建图，两周联调，按病区分批上线，驻场到稳定。',
  )
  // The demo's call has one addendum, and this form has seen it.
  const form = { ...textsOf(words), productId: product, affirmed: 'on', addendum: '1', formKey: v7() }
  const answer = await post(firm, paths.bidNew(scenario), form)
  expect(answer.status()).toBe(409)
  expect(await answer.text()).toContain('本单位对这个场景已有一份有效方案')
  expect((await firm.request.get(paths.bid(bid))).status()).toBe(200)
  expect((await firm.request.get(paths.bid(form.formKey))).status()).toBe(404)
})

test('an older page does not overwrite a newer one, and is told by whom and what it is now', async ({
  as,
}) => {
  const hospital = await as('hospital')
  const id = await drafted(hospital, `两个窗口 ${Date.now()}`)
  const other = await hospital.context().newPage()
  for (const each of [hospital, other]) await each.goto(paths.scenarioEdit(id, { step: 'task' }))
  await fill(other, { title: '第二个窗口先保存了标题' })
  await press(other, '保存并离开')
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('第二个窗口先保存了标题')

  const typed = {
    title: '第一个窗口后保存的标题，写了很久，不能因为冲突而丢掉',
    district: '110108',
  }
  await fill(hospital, typed)
  const [answer] = await Promise.all([
    hospital.waitForResponse(each => each.request().method() === 'POST' && each.url().includes('/edit')),
    press(hospital, '保存并继续'),
  ])
  expect(answer.status()).toBe(409)
  const alert = hospital.getByRole('alert')
  await expect(alert).toContainText('在您打开之后有人改过')
  await expect(alert).toContainText('示例医院 设备处')
  await expect(alert).toContainText('草稿')
  await expectKept(hospital, typed)
  await alert.getByRole('link', { name: '看最新内容' }).click()
  await expect(hospital.getByRole('heading', { level: 1 })).toHaveText('第二个窗口先保存了标题')
})

test('an officer whose desk is out of date decides nothing', async ({ as }) => {
  const hospital = await as('hospital')
  const title = `经办打开之后被退回 ${Date.now().toString(36)}`
  await writeScenario(hospital, scenarioForm(title))
  await press(hospital, '提交审核')
  await expect(hospital.getByRole('status')).toContainText('已提交审核')
  const id = await idIn(hospital)

  const [handler, approver] = [await as('handler'), await as('approver')]
  for (const officer of [handler, approver]) await officer.goto(paths.queue({ item: `scenario.${id}` }))
  await approver.getByText('退回', { exact: true }).first().click()
  await fill(approver, { reason: '验收指标的口径请写明。' })
  await approver.locator('form[data-key="return"]').getByRole('button', { name: '退回' }).click()
  await expect(approver.getByRole('status')).toContainText('已退回')

  await press(handler, '初审同意')
  const alert = handler.getByRole('alert').first()
  await expect(alert).toContainText('示例员丙（复核）')
  await expect(alert).toContainText('已退回')
  expect((await handler.request.get(paths.scenario(id))).status()).toBe(200)
  expect((await (await as('firm')).request.get(paths.scenario(id))).status()).toBe(404)
})

for (const locale of ['zh', 'en'] as const) {
  test(`what is empty, too long, past or absurd is told at its field (${locale})`, async ({
    as,
    baseURL,
  }) => {
    const hospital = await as('hospital')
    await hospital.context().addCookies([{ name: 'lang', value: locale, url: baseURL }])
    const words = {
      zh: { send: '保存并继续', long: '最多 80 个字', big: '不能大于 10000' },
      en: { send: 'Save and continue', long: '80', big: '10' },
    }[locale]
    const send = () => hospital.locator('main').getByRole('button', { name: words.send }).click()
    const id = await drafted(hospital, `填错的场景 ${locale} ${Date.now()}`)
    const absurd = {
      task: { title: '很长的标题'.repeat(30) },
      money: { units: '99999', pilotWeeks: '八', budgetFen: '1e9' },
      metrics: { 'metrics[0].name': '准时率', 'metrics[0].target': 'NaN' },
      evaluation: { 'evaluation[0].weight': '很高', 'evaluation[0].name': '报价' },
    }
    for (const [step, typed] of Object.entries(absurd)) {
      await hospital.goto(paths.scenarioEdit(id, { step }))
      await fill(hospital, typed)
      await send()
      await expect(hospital.getByRole('alert')).toBeVisible()
      const wrong = Object.keys(typed).filter(name => !name.endsWith('.name'))
      for (const name of wrong) await expect(errorAt(hospital, name)).toBeVisible()
      if (step === 'task') await expect(errorAt(hospital, 'title')).toContainText(words.long)
      if (step === 'money') await expect(errorAt(hospital, 'units')).toContainText(words.big)
      if (locale === 'en')
        for (const text of await hospital.locator('.err').allTextContents())
          expect(text).not.toMatch(/\p{Script=Han}/u)
      await expectKept(hospital, typed)
    }
    await hospital.context().clearCookies({ name: 'lang' })
  })
}

test('hostile text is text', async ({ as, visitor }) => {
  const hospital = await as('hospital')
  const title = `<img src=x onerror=alert(1)>"'&<b>粗</b> {{7*7}} ${Date.now()}`
  const id = await drafted(hospital, title)
  hospital.on('dialog', () => expect('a dialog').toBe('never opened'))
  for (const path of [paths.scenario(id), paths.scenarioEdit(id), paths.scenariosMine(), paths.desk()]) {
    await hospital.goto(path)
    await expect(hospital.locator('main img')).toHaveCount(0)
  }
  await hospital.goto(paths.scenario(id))
  await expect(hospital.getByRole('heading', { level: 1 })).toHaveText(title)

  const query = `</script><script>alert(1)</script>"><svg onload=alert(1)>`
  await visitor.goto(paths.search({ q: query }))
  await expect(visitor.locator('main [name="q"]').first()).toHaveValue(query)
  await expect(visitor.locator('main svg[onload]')).toHaveCount(0)
})

test('a form that no page of ours has sent is refused', async ({ as, baseURL }) => {
  const hospital = await as('hospital')
  const form = { formKey: v7(), intent: 'save', title: '来自别处的表单' }
  const foreign = await hospital.request.post(paths.scenarioNew(), {
    form,
    headers: { origin: 'https://evil.example' },
  })
  expect(foreign.status()).toBe(403)
  const none = await hospital.request.post(paths.scenarioNew(), { form })
  expect(none.status()).toBe(403)
  const broken = { ...form, 'metrics[99999999].name': 'x' }
  const answer = await hospital.request.post(paths.scenarioNew(), {
    form: broken,
    headers: { origin: baseURL ?? '' },
  })
  expect(answer.status()).toBe(400)
  expect((await hospital.request.get(paths.scenario(form.formKey))).status()).toBe(404)
})

const textsOf = (filling: Readonly<Record<string, string | boolean>>) =>
  Object.fromEntries(Object.entries(filling).map(([name, value]) => [name, String(value)]))

/** Sends a form as a page of the site would, and looks at the very answer. */
function post(page: Page, path: string, form: Record<string, string>) {
  const headers = { origin: new URL(page.url()).origin }
  return page.request.post(path, { form, headers, maxRedirects: 0 })
}

async function drafted(page: Page, title: string): Promise<string> {
  await page.goto(paths.scenariosMine())
  const formKey = v7()
  const answer = await post(page, paths.scenarioNew(), { formKey, intent: 'save', title })
  expect(answer.status()).toBe(303)
  return formKey
}

/** A published product of the page's firm: the first that its bid form would offer. */
async function productOf(page: Page): Promise<string> {
  await page.goto(paths.productsMine())
  await page.locator('main').getByRole('link', { name: '药小递 Y3' }).first().click()
  return idIn(page, /(?<=\/products\/)[\w-]{36}/)
}
