import { paths } from '#paths'
import { expectAccessible, expectNoOverflow } from '#tests/support/accessible.ts'
import { expect, type Page, test } from '#tests/support/browser.ts'
import { errorAt, expectKept, fill } from '#tests/support/forms.ts'
import { letterTo, linkIn } from '#tests/support/mailbox.ts'
import { settled } from '#tests/support/settled.ts'
import { at, expectHidden, idIn, press, visit } from '#tests/support/steps.ts'

/** 单位: from a code to a verified organisation with two people, by those who do it. */
test.describe.configure({ mode: 'serial' })

const made = { organization: '', invitation: '' }
const opinion = '证照与登记信息一致，同意'

/** Ticks or presses what has this name, with the keyboard alone. */
async function byKeyboard(page: Page, role: 'checkbox' | 'radio' | 'button', name: string | RegExp) {
  const control = page.locator('main').getByRole(role, { name }).first()
  await control.focus()
  await page.keyboard.press(role === 'button' ? 'Enter' : 'Space')
  await settled(page)
}

test('注册：代码录错一位，在原处说明；证照如此的，写明后可录', async ({ as }) => {
  const newcomer = await as('newcomer')
  await visit(newcomer, paths.organizationNew(), '注册单位')
  const typed = {
    uscc: '９１１１０００９８０２１００４３３ｂ',
    name: '北京示例录错一位有限公司',
    type: 'enterprise',
    industry: 'C34',
    district: '110108',
    legalRepresentative: '郑示例',
  }
  await fill(newcomer, typed)
  await byKeyboard(newcomer, 'button', '注册')
  await expect(errorAt(newcomer, 'uscc')).toContainText('校验位不符')
  await expectKept(newcomer, typed)
  await expectAccessible(newcomer)
  await fill(newcomer, { usccAsPrinted: true })
  await byKeyboard(newcomer, 'button', '注册')
  await expect(errorAt(newcomer, 'usccNote')).toContainText('请说明')
})

test('企业申请核验，经办开通应标，奖励须另一人复核', async ({ as, visitor }) => {
  const newcomer = await as('newcomer')
  await visit(newcomer, paths.desk(), '示例新锐')
  await press(newcomer, '单位信息与核验')
  made.organization = await idIn(newcomer)
  const own = paths.organization(made.organization)
  await at(newcomer, '北京示例新锐机器人有限公司')
  await expectHidden(visitor, own)
  await expectHidden(await as('hospital'), own)

  await press(newcomer, '申请核验')
  await at(newcomer, '申请核验')
  await byKeyboard(newcomer, 'checkbox', /申报奖励/)
  await byKeyboard(newcomer, 'button', '提交申请')
  await expect(newcomer.getByText('待经办核验')).toHaveCount(2)

  const handler = await as('handler')
  await visit(
    handler,
    paths.queue({ kind: 'organization', item: `organization.${made.organization}.asked` }),
    '工作台',
  )
  await press(handler, '逐项核验')
  await at(handler, '北京示例新锐机器人有限公司')
  const decide = async (page: Page, capability: string, choice: string) => {
    await page.goto(own)
    await page.locator('tr', { hasText: capability }).getByRole('link', { name: '办理' }).click()
    await at(page, `办理核验：${capability}`)
    await byKeyboard(page, 'radio', new RegExp(choice))
    await fill(page, { reason: opinion })
    await byKeyboard(page, 'button', '提交决定')
    await at(page, '北京示例新锐机器人有限公司')
  }
  await decide(handler, '应标', '同意开通')
  await expect(handler.getByText('已核验', { exact: true }).first()).toBeVisible()
  await decide(handler, '申报奖励', '转复核')
  await expect(handler.getByRole('link', { name: '办理' })).toHaveCount(0)

  await decide(await as('approver'), '申报奖励', '同意开通')
  await newcomer.goto(own)
  await expect(newcomer.getByRole('table').getByText('已开通')).toHaveCount(2)
  await expect(newcomer.getByText(opinion).first()).toBeVisible()
})

test('邀请同事：同一邮箱一次接受，别人的链接不认', async ({ as, visitor }) => {
  const newcomer = await as('newcomer')
  await visit(newcomer, paths.organizationMembers(made.organization), '人员与部门')
  await fill(newcomer, { email: 'admin@demo.example', role: 'viewer' })
  await byKeyboard(newcomer, 'button', '发邀请')
  await expect(newcomer.getByRole('status')).toContainText('邀请已发出')
  await expectAccessible(newcomer)

  const administrator = await as('administrator')
  made.invitation = await linkIn(await letterTo(administrator, 'admin@demo.example', '/invitations/'))
  await visit(visitor, made.invitation, '邀请您加入')
  await press(visitor, '登录后接受')
  await expect(visitor).toHaveURL(/next=/)
  await visit(await as('hospital'), made.invitation, '邀请您加入')
  await expect((await as('hospital')).getByText('请用那个邮箱的账户登录')).toBeVisible()

  await visit(administrator, made.invitation, '邀请您加入')
  await byKeyboard(administrator, 'button', '接受邀请')
  await at(administrator, '北京示例新锐机器人有限公司')
  await visit(newcomer, paths.organizationMembers(made.organization))
  await expect(newcomer.getByText('ad•••@demo.example')).toBeVisible()
})

test('部门、退出与窄屏', async ({ as }) => {
  const newcomer = await as('newcomer')
  await visit(newcomer, paths.organizationDepartments(made.organization), '设部门')
  await fill(newcomer, { name: '市场部' })
  await byKeyboard(newcomer, 'checkbox', /起草/)
  await byKeyboard(newcomer, 'button', '保存')
  await at(newcomer, '人员与部门')
  await expect(newcomer.getByRole('link', { name: '市场部' })).toBeVisible()

  const administrator = await as('administrator')
  await visit(administrator, paths.organizationMembers(made.organization), '人员与部门')
  await administrator.getByText('退出单位').first().click()
  await administrator.getByRole('button', { name: '退出单位' }).click()
  await expect(administrator.getByRole('status')).toContainText('您已退出单位')
  await expectHidden(administrator, paths.organization(made.organization))

  await newcomer.setViewportSize({ width: 360, height: 800 })
  const id = made.organization
  for (const path of [
    paths.organization(id),
    paths.organizationMembers(id),
    paths.organizationEdit(id),
    paths.organizationDocuments(id),
    paths.organizationRelations(id),
  ]) {
    await visit(newcomer, path)
    await expectNoOverflow(newcomer)
  }
})
