import { v7 } from 'uuid'
import { paths } from '#paths'
import { expect, type Page, test } from '#tests/support/browser.ts'
import { payloads } from '#tests/support/hostile/payloads.ts'
import { typed } from '#tests/support/matrix/typed.ts'
import { scenarioForm } from '#tests/support/trip-forms.ts'

// S5 in a real browser; that no answer has markup that was typed is proved over all forms in `tests/http/hostile.test.ts`.

test('over two hundred hostile texts open no dialog and break no rule of the page', async ({
  as,
  visitor,
}) => {
  const hospital = await as('hospital')
  const troubles: string[] = []
  for (const page of [hospital, visitor]) watch(page, troubles)

  const parts = [0, 1, 2].map(nth =>
    payloads
      .filter((_, at) => at % 3 === nth)
      .join('')
      .slice(0, 2900),
  )
  const [situation = '', pain = '', site = ''] = parts.map(part => `现场情况如下：${part}`)
  const title = `现场 ${payloads[0]}`.slice(0, 80)
  const formKey = v7()
  await hospital.goto(paths.scenariosMine())
  const words = {
    ...scenarioForm(title),
    situation,
    pain,
    site,
    'metrics[0].name': payloads[1] ?? '',
    formKey,
  }
  const form = typed(words)
  const headers = { origin: new URL(hospital.url()).origin }
  const answer = await hospital.request.post(paths.scenarioNew(), { form, headers, maxRedirects: 0 })
  expect(answer.status(), await answer.text()).toBe(303)

  const pages = [paths.scenario(formKey), paths.scenarioEdit(formKey), paths.scenarioMatches(formKey)]
  for (const path of [...pages, paths.scenariosMine(), paths.desk()]) {
    await hospital.goto(path)
    await expect(hospital.locator('h1').first()).toBeVisible()
  }
  await hospital.goto(paths.scenario(formKey))
  await expect(hospital.getByText(payloads[0] ?? '').first()).toBeVisible()
  await visitor.goto(paths.search({ q: `${payloads[0]}${payloads.at(-2)}` }))
  await expect(visitor.locator('h1').first()).toBeVisible()
  expect(troubles).toEqual([])
})

function watch(page: Page, troubles: string[]) {
  page.on('dialog', dialog => {
    troubles.push(`dialog: ${dialog.message()}`)
    return dialog.dismiss()
  })
  page.on('pageerror', error => troubles.push(error.message))
  page.on('console', message => {
    if (/content security policy|xq7/i.test(message.text())) troubles.push(message.text())
  })
}

test('what a must rules out is counted with every save', async ({ as }) => {
  const hospital = await as('hospital')
  const formKey = v7()
  await hospital.goto(paths.scenariosMine())
  const headers = { origin: new URL(hospital.url()).origin }
  const form = { formKey, title: '数一数有多少款对得上', domain: 'healthcare', tasks: 'hospitalDelivery' }
  await hospital.request.post(paths.scenarioNew(), { form, headers, maxRedirects: 0 })
  await hospital.goto(paths.scenarioEdit(formKey, { step: 'requirements' }))
  const panel = hospital.getByRole('region', { name: '多少款产品对得上' })
  await expect(panel).toContainText('还没有写必须项')
  const need = hospital.getByRole('group', { name: '载重', exact: true })
  await need.getByRole('combobox').selectOption('must')
  await need.getByRole('textbox').first().fill('９９')
  await expect(panel).toContainText(/载重 ≥ 99 kg：排除了 \d+ 款中的 [1-9]\d* 款/)
  await need.getByRole('textbox').first().fill('1')
  await expect(panel).toContainText(/载重 ≥ 1 kg：\d+ 款中一款也没有排除/)
})
