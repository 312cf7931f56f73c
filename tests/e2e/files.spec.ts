import { paths } from '#paths'
import { expectNoOverflow } from '#tests/support/accessible.ts'
import { expect, test } from '#tests/support/browser.ts'
import { makePdf, picture } from '#tests/support/files/make.ts'
import { enter, reach } from '#tests/support/keyboard.ts'
import { at, expectHidden, visit } from '#tests/support/steps.ts'

test('附件：键盘上传，列出，只能另存；不合格的逐个说明；移除后不再提供', async ({ as, visitor }) => {
  const nursing = await as('nursing')
  await visit(nursing, paths.scenariosMine())
  await nursing.setViewportSize({ width: 360, height: 740 })
  const main = nursing.locator('main')
  const draft = main.locator('a[href^="/scenarios/"]', { hasText: '陪伴' }).first()
  await draft.click()
  await at(nursing)
  await main.getByRole('link', { name: '管理附件' }).first().click()
  await at(nursing, '附件')
  await expectNoOverflow(nursing)

  const choose = async (files: { name: string; mimeType: string; buffer: Buffer }[]) => {
    const input = nursing.getByLabel('选择文件')
    // On a busy machine the page may still be taking the focus after the navigation; then the key is pressed again.
    await expect(async () => {
      await reach(input)
      const [chooser] = await Promise.all([
        nursing.waitForEvent('filechooser', { timeout: 3000 }),
        nursing.keyboard.press('Enter'),
      ])
      await chooser.setFiles(files)
    }).toPass()
    await enter(main.getByRole('button', { name: '上传', exact: true }))
  }
  await choose([
    { name: '坏图.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') },
    { name: '空.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
  ])
  await expect(nursing.getByRole('alert')).toContainText('“坏图.svg”含有网页或脚本内容')
  await expect(nursing.getByRole('alert')).toContainText('“空.pdf”是空文件')

  await choose([
    { name: '作业流程.pdf', mimeType: 'application/pdf', buffer: makePdf(['Process']) },
    { name: '现场.jpg', mimeType: 'image/jpeg', buffer: await picture().jpeg().toBuffer() },
  ])
  await at(nursing, '附件')
  await expect(nursing.getByRole('status')).toContainText('附件已保存')
  const row = main.getByRole('listitem').filter({ hasText: '作业流程.pdf' })
  await expect(row).toContainText('未做病毒检查')
  await expect(main.getByRole('img', { name: '现场.jpg 的缩略图' })).toBeVisible()

  const address = (await row.getByRole('link').getAttribute('href')) ?? ''
  const [download] = await Promise.all([nursing.waitForEvent('download'), row.getByRole('link').click()])
  expect(download.suggestedFilename()).toBe('作业流程.pdf')
  const answer = await nursing.request.get(address)
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="____.pdf"; filename*=UTF-8''${encodeURIComponent('作业流程.pdf')}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  })
  await expectHidden(visitor, address)

  await row.getByRole('button').click()
  await expect(nursing.getByRole('status')).toContainText('附件已移除')
  await expect(main.getByText('作业流程.pdf')).toHaveCount(0)
  await expectHidden(nursing, address)
})
