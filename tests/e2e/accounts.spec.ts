import { paths } from '#paths'
import { expectAccessible, expectNoOverflow } from '#tests/support/accessible.ts'
import { expect, type Page, test } from '#tests/support/browser.ts'
import { fill } from '#tests/support/forms.ts'
import { letterTo, linkIn } from '#tests/support/mailbox.ts'
import { settled } from '#tests/support/settled.ts'
import { press } from '#tests/support/steps.ts'
import { codeOf } from '#tests/support/totp.ts'

/** From nothing to an account that only its owner opens: registration, reset, second factor, sessions, an office. */
test.describe.configure({ mode: 'serial' })

const stamp = Date.now().toString(36)
const member = {
  email: `member-${stamp}@hospital.example.cn`,
  name: '设备处新人',
  password: '窗外有三棵老槐树',
}
const officer = {
  email: `officer-${stamp}@bureau.example.cn`,
  name: '新任经办',
  password: '每周四下午去西山',
}
let seed = ''
let spare = ''
let another = ''

/** The link of the newest letter to this address, as the demo's bureau sees it in the mailbox. */
async function linkTo(desk: Page, email: string, subject: string): Promise<string> {
  const letter = await letterTo(desk, email, subject)
  await letter.locator('summary').click()
  const link = await linkIn(letter)
  expect(link).toMatch(/\/[\w-]{43}$/)
  return link
}

async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto(paths.signIn())
  await fill(page, { email, password })
  await press(page, '登录')
  await expect(page).not.toHaveURL(/\/sign-in(\?|$)/)
}

async function signOut(page: Page): Promise<void> {
  await page.locator('.me summary').click()
  await page.getByRole('button', { name: '退出' }).click()
  await settled(page)
  await expect(page.locator('.mast').getByRole('link', { name: '登录' })).toBeVisible()
}

test('one registers, and the answer tells nobody who is here', async ({ visitor, as }) => {
  const desk = await as('handler')
  for (const email of ['hospital@demo.example', member.email]) {
    await visitor.goto(paths.register())
    await expectAccessible(visitor)
    await fill(visitor, { email, name: member.name, affirmed: true })
    await press(visitor, '发送确认信')
    await expect(visitor.getByText('请查收邮件')).toBeVisible()
  }
  const link = await linkTo(desk, member.email, '完成注册')
  await visitor.goto(link)
  await expectAccessible(visitor)
  for (const [password, complaint] of [
    ['12345678', '太容易被猜到'],
    ['北京机器人2026', '太容易被猜到'],
    ['七个字的密码啊', '至少'],
  ] as const) {
    await fill(visitor, { password, again: password })
    await press(visitor, '完成注册')
    await expect(visitor.getByRole('alert')).toContainText(complaint)
  }
  await fill(visitor, { password: member.password, again: member.password })
  await press(visitor, '完成注册')
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('工作台')
  // Not `goBack`: behind it lies the answer to a POST, which a browser asks about before it shows it again.
  expect((await visitor.goto(link))?.status()).toBe(404)
})

test('the account has its page; the password changes and other devices are signed out', async ({
  visitor,
  open,
}) => {
  await signIn(visitor, member)
  const elsewhere = await open()
  await signIn(elsewhere, member)
  await visitor.goto(paths.accountSessions())
  await expect(visitor.getByRole('row')).toHaveCount(4)
  await expectAccessible(visitor)
  await visitor.goto(paths.account())
  await expectAccessible(visitor)
  await fill(visitor, { phone: '12345' })
  await press(visitor, '保存')
  await expect(visitor.getByRole('alert')).toContainText('不是有效的手机号')
  await fill(visitor, { phone: '138 0013 8000' })
  await press(visitor, '保存')
  await expect(visitor.locator('[name="phone"]')).toHaveValue('13800138000')

  await visitor.getByRole('link', { name: '改密码' }).click()
  await fill(visitor, { current: 'wrong', password: '河边第二棵柳树下', again: '河边第二棵柳树下' })
  await press(visitor, '保存新密码')
  await expect(visitor.getByRole('alert')).toContainText('密码不对')
  member.password = '河边第二棵柳树下'
  await fill(visitor, { current: '窗外有三棵老槐树', password: member.password, again: member.password })
  await press(visitor, '保存新密码')
  await expect(visitor.getByRole('status')).toContainText('其他设备已下线')
  await elsewhere.goto(paths.account())
  await expect(elsewhere).toHaveURL(/\/sign-in\?next=/)
})

test('a second factor is set up, asked for, counts once, and outlives a reset', async ({ visitor, as }) => {
  const desk = await as('handler')
  await signIn(visitor, member)
  await visitor.goto(paths.accountFactors())
  await expectAccessible(visitor)
  seed = ((await visitor.locator('code.seed').textContent()) ?? '').replace(/\s/g, '')
  await fill(visitor, { code: '000000' })
  await visitor.locator('form#enable [name="password"]').fill(member.password)
  await press(visitor, '启用动态口令')
  await expect(visitor.getByRole('alert')).toContainText('口令不对')
  seed = ((await visitor.locator('code.seed').textContent()) ?? '').replace(/\s/g, '')
  const used = codeOf(seed)
  await visitor.locator('form#enable [name="code"]').fill(used)
  await visitor.locator('form#enable [name="password"]').fill(member.password)
  await press(visitor, '启用动态口令')
  await expect(visitor.getByText('只显示这一次')).toBeVisible()
  const codes = await visitor.locator('.codes code').allTextContents()
  expect(new Set(codes).size).toBe(10)
  spare = codes[0] ?? ''
  another = codes[1] ?? ''
  await expectAccessible(visitor)
  await signOut(visitor)

  await visitor.goto(paths.reset())
  await expectAccessible(visitor)
  await fill(visitor, { email: member.email.toUpperCase() })
  await press(visitor, '发送链接')
  await visitor.goto(await linkTo(desk, member.email, '重设密码'))
  member.password = '夜里听见远处的火车'
  await fill(visitor, { password: member.password, again: member.password })
  await press(visitor, '保存新密码')
  await expect(visitor.getByRole('status')).toContainText('请重新登录')

  await signIn(visitor, member)
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('二次验证')
  await expectAccessible(visitor)
  expect((await visitor.request.get(paths.account(), { maxRedirects: 0 })).status()).toBe(302)
  await fill(visitor, { code: used })
  await press(visitor, '验证')
  await expect(visitor.getByRole('alert')).toContainText('口令不对，或已经用过')
  await fill(visitor, { code: codeOf(seed, 1) })
  await press(visitor, '验证')
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('工作台')
  await signOut(visitor)

  for (const [time, code] of [spare, spare].entries()) {
    await signIn(visitor, member)
    await fill(visitor, { code })
    await press(visitor, '验证')
    if (time === 0) {
      await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('工作台')
      await signOut(visitor)
    } else await expect(visitor.getByRole('alert')).toContainText('已经用过')
  }
})

test('a passkey proves as well', async ({ visitor }) => {
  const client = await visitor.context().newCDPSession(visitor)
  await client.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true } as const
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, hasUserVerification: true, isUserVerified: true },
  })
  await signIn(visitor, member)
  // The codes of this half minute have been used up by the step before.
  await fill(visitor, { code: another })
  await press(visitor, '验证')
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('工作台')
  await visitor.goto(paths.accountFactors())
  await visitor.locator('#passkey-name').fill('办公室电脑')
  await visitor.locator('#passkey-password').fill(member.password)
  await press(visitor, '添加通行密钥')
  await expect(visitor.getByText('办公室电脑', { exact: true })).toBeVisible()
  await signOut(visitor)
  await signIn(visitor, member)
  await press(visitor, '用通行密钥验证')
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('工作台')
})

test('an administrator invites an officer, whose office opens with the second factor only', async ({
  visitor,
  as,
}) => {
  const [admin, desk] = [await as('administrator'), await as('handler')]
  await admin.goto(paths.officers())
  await expectAccessible(admin)
  await expectNoOverflow(admin)
  await fill(admin, { email: officer.email, role: 'handler' })
  await press(admin, '发出邀请')
  await expect(admin.getByText(officer.email)).toBeVisible()
  expect((await desk.request.get(paths.officers())).status()).toBe(403)

  await visitor.goto(await linkTo(desk, officer.email, '邀请您到岗'))
  await expectAccessible(visitor)
  await fill(visitor, { name: officer.name, password: officer.password, again: officer.password })
  await press(visitor, '到岗')
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('二次验证')
  expect((await visitor.request.get(paths.queue())).status()).toBe(403)
  await visitor.goto(paths.home())
  await expect(visitor.getByText('您的岗位要求二次验证')).toBeVisible()
  await visitor.getByRole('link', { name: '现在设置' }).click()
  const secret = ((await visitor.locator('code.seed').textContent()) ?? '').replace(/\s/g, '')
  await visitor.locator('form#enable [name="code"]').fill(codeOf(secret))
  await visitor.locator('form#enable [name="password"]').fill(officer.password)
  await press(visitor, '启用动态口令')
  await expect(visitor.getByText('只显示这一次')).toBeVisible()
  await visitor.goto(paths.queue())
  await expect(visitor.getByRole('heading', { level: 1 })).toContainText('工作台')
  await visitor.goto(paths.accountFactors())
  await expect(visitor.getByText('至少保留一种二次验证')).toBeVisible()

  await admin.goto(paths.officers())
  await admin
    .getByRole('row')
    // Addresses are masked in the list.
    .filter({ hasText: officer.name })
    .getByRole('link', { name: '收回岗位' })
    .click()
  await fill(admin, { reason: '岗位调整，不再任经办。' })
  await press(admin, '收回岗位')
  await expect(admin.getByRole('status')).toContainText('岗位已收回')
  await visitor.goto(paths.queue())
  await expect(visitor).toHaveURL(/\/sign-in/)
})
