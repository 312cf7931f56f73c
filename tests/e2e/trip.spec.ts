import { addDays, dayOf } from '#domain/shared/dates.ts'
import { paths } from '#paths'
import { expectAccessible } from '#tests/support/accessible.ts'
import { expect, test } from '#tests/support/browser.ts'
import { errorAt, expectKept, fill } from '#tests/support/forms.ts'
import { passBidDeadline, passClaimNotice, passEntryNotice } from '#tests/support/passing-time.ts'
import { partOf, writeScenario } from '#tests/support/scenario-pages.ts'
import { at, expectHidden, expectSilent, idIn, press, visit } from '#tests/support/steps.ts'
import {
  bidForm,
  claimForm,
  nominationForm,
  productForm,
  reportForm,
  scenarioForm,
} from '#tests/support/trip-forms.ts'

/**
 * 场景 → 索引 → 匹配 → 应标 → 试点 → 奖励 → 目录, once through, by the people who do it. Each step goes on from the
 * one before; every page on the way is clean for axe and for the browser's console.
 */
test.describe.configure({ mode: 'serial' })

const run = Date.now().toString(36)
const title = `中心药房到九个病区的药品配送（${run}）`
const product = `药小递 Y5 ${run}`
const secret = `密封词${run}`
const approach = `${secret}：两周勘测建图，两周联调电梯与门禁，之后按病区分批上线，驻场到稳定运行。`
const serials = [`YXD-Y5-${run}-01`.toUpperCase(), `YXD-Y5-${run}-02`.toUpperCase()]

/** What the steps before have made. */
const made = { scenario: '', product: '', bid: '', pilot: '', claim: '', entry: '' }

test('医院起草：填错的都在原处指出，填过的都还在', async ({ as }) => {
  const hospital = await as('hospital')
  const form = scenarioForm(title)
  await writeScenario(hospital, form, 'money')
  const wrong = { ...partOf(form, 'money'), units: '-2', budgetFen: '-54' }
  await fill(hospital, wrong)
  await press(hospital, '保存并继续')
  await expect(hospital.getByRole('alert')).toContainText('处要改，未保存')
  await expect(errorAt(hospital, 'units')).toHaveText('不能小于 1')
  await expect(errorAt(hospital, 'budgetFen')).toContainText('请填金额')
  await expectKept(hospital, wrong)
  await expectAccessible(hospital)

  await fill(hospital, { units: form.units, budgetFen: form.budgetFen })
  await press(hospital, '保存并继续')
  const late = { ...partOf(form, 'evaluation'), bidDeadline: `${addDays(dayOf(new Date()), -1)}T17:00` }
  await fill(hospital, late)
  await press(hospital, '保存并继续')
  await expect(hospital.locator('main')).toContainText('应标截止时间已过')
  await press(hospital, '应标截止')

  await fill(hospital, { bidDeadline: form.bidDeadline })
  await press(hospital, '保存并离开')
  await expect(hospital.getByRole('status').first()).toContainText('草稿已保存')
  made.scenario = await idIn(hospital)
  await at(hospital, title)
  await expect(hospital.getByText('54 万元').first()).toBeVisible()
})

test('医院提交，经办附理由退回，医院改好再交，经办初审，复核发布', async ({ as, visitor }) => {
  const hospital = await as('hospital')
  await visit(hospital, paths.scenario(made.scenario), title)
  await expectHidden(visitor, paths.scenario(made.scenario))
  await press(hospital, '提交审核')
  await expect(hospital.getByRole('status')).toContainText('已提交审核')
  await expect(hospital.getByText('已提交', { exact: true }).first()).toBeVisible()

  const handler = await as('handler')
  await visit(handler, paths.queue({ item: `scenario.${made.scenario}` }), '工作台')
  await handler.getByText('退回', { exact: true }).first().click()
  await fill(handler, { reason: '“准时送达率”的承诺时限请写明从哪一刻起算。' })
  await handler.locator('form[data-key="return"]').getByRole('button', { name: '退回' }).click()
  await expect(handler.getByRole('status')).toContainText('已退回')

  await visit(hospital, paths.scenarioEdit(made.scenario, { step: 'metrics' }), title)
  await expect(hospital.getByText('从哪一刻起算')).toBeVisible()
  await fill(hospital, {
    'metrics[0].method': '承诺 20 分钟内签收的趟次除以全部趟次，自药房交接扫码起算，连续 28 天',
  })
  await press(hospital, '保存并继续')
  await expect(hospital).toHaveURL(/step=money/)
  await visit(hospital, paths.scenarioEdit(made.scenario, { step: 'check' }), title)
  await press(hospital, '提交审核')
  await expect(hospital.getByRole('status')).toContainText('已提交审核')
  await at(hospital, title)

  await visit(handler, paths.queue({ item: `scenario.${made.scenario}` }), '工作台')
  await press(handler, '初审同意')
  await expect(handler.getByRole('status')).toContainText('已初审')
  await expectHidden(visitor, paths.scenario(made.scenario))
  const approver = await as('approver')
  await visit(approver, paths.queue({ item: `scenario.${made.scenario}` }), '工作台')
  await press(approver, '复核发布')
  await expect(approver.getByRole('status')).toContainText('已发布')
  await visit(visitor, paths.scenario(made.scenario), title)
})

test('企业登记产品，经办发布', async ({ as, visitor }) => {
  const firm = await as('firm')
  await visit(firm, paths.productNew(), '登记产品')
  await fill(firm, productForm(product))
  await press(firm, '保存并提交审核')
  await at(firm, product)
  made.product = await idIn(firm)
  await expectHidden(visitor, paths.product(made.product))

  const handler = await as('handler')
  await visit(handler, paths.queue({ item: `product.${made.product}` }), '工作台')
  await press(handler, '同意发布')
  await at(handler, product)
  await visit(visitor, paths.product(made.product), product)
})

test('谁都搜得到，匹配页写明需要与现有', async ({ as, visitor }) => {
  await visit(visitor, paths.search({ q: `药品配送 ${run}` }))
  await expect(visitor.locator('main').getByRole('link', { name: title })).toBeVisible()
  await visit(visitor, paths.search({ q: product }))
  await expect(visitor.locator('main').getByRole('link', { name: product })).toBeVisible()
  const answer = await visitor.request.get(`/api/v1/search?index=scenarios&q=${encodeURIComponent(title)}`)
  expect(await answer.text()).toContain(made.scenario)

  await visit(
    visitor,
    paths.scenarioMatches(made.scenario, { all: 1, open: made.product }),
    '哪些机器人对得上',
  )
  const candidate = visitor.locator('article, li, section', { hasText: product }).last()
  await expect(visitor.getByRole('link', { name: product }).first()).toBeVisible()
  await expect(candidate).toBeVisible()
  await expect(visitor.getByText('≥ 50 kg').first()).toBeVisible()
  await expect(visitor.getByText('60 kg').first()).toBeVisible()
  const opened = visitor.locator(`[id="match-${made.product}"]`)
  await expect(opened.getByRole('heading', { name: '什么会改变结论' })).toBeVisible()
  await expect(opened.getByText('显示为')).toBeVisible()

  const firm = await as('firm')
  await visit(firm, paths.productMatches(made.product, { all: 1 }), '哪些场景对得上')
  await expect(firm.getByRole('link', { name: title }).first()).toBeVisible()
})

test('企业密封应标，开封前别人哪里都看不到', async ({ as, visitor }) => {
  const firm = await as('firm')
  await visit(firm, paths.scenario(made.scenario), title)
  await firm.getByRole('link', { name: '提交应标方案' }).first().click()
  await at(firm, '提交应标方案')
  await expect(firm.getByText('目前的保密方式')).toBeVisible()
  await fill(firm, { productId: made.product, ...bidForm(approach) })
  await press(firm, '密封并提交')
  await at(firm, `应标方案：${title}`)
  made.bid = await idIn(firm)
  await expect(firm.getByText('回执（SHA-256）')).toBeVisible()
  await expect(firm.getByText(approach)).toBeVisible()

  const others = [await as('rival'), await as('hospital'), await as('handler'), visitor]
  for (const other of others) {
    await expectHidden(other, paths.bid(made.bid))
    const pages = [
      paths.scenario(made.scenario),
      paths.scenarioBids(made.scenario),
      paths.bids(),
      paths.notifications(),
    ]
    const answers = ['scenarios', 'products', 'catalog'].map(
      index => `/api/v1/search?index=${index}&q=${encodeURIComponent(secret)}`,
    )
    for (const path of [
      ...pages,
      ...answers,
      paths.search({ q: secret }),
      `/api/v1/scenarios/${made.scenario}`,
    ])
      await expectSilent(other, path, [made.bid, approach])
  }
})

test('截止之前不能开封；截止之后医院开封、遴选并写落选说明', async ({ as }) => {
  const rival = await as('rival')
  await visit(rival, paths.bidNew(made.scenario), '提交应标方案')
  await rival.locator('[name="productId"]').selectOption({ index: 1 })
  await fill(rival, bidForm('一周勘测，一周部署，按楼层逐步上线，夜间巡检，专人驻场四周。'))
  await press(rival, '密封并提交')
  await at(rival, `应标方案：${title}`)
  const losing = await idIn(rival)

  await passBidDeadline(made.scenario)
  const hospital = await as('hospital')
  await visit(hospital, paths.scenario(made.scenario), title)
  await press(hospital, '开封应标方案')
  await at(hospital, '遴选')
  await expect(hospital.getByText(approach)).toBeHidden()
  await press(hospital, '开封应标方案')
  await expect(hospital.getByText(approach)).toBeVisible()
  await fill(hospital, {
    bidId: made.bid,
    reason: '必须要求逐条响应，到货周期短，驻场安排明确。',
    conflictFree: true,
  })
  await hospital
    .getByLabel(/给 北京示例康养机器人有限公司 的说明/)
    .fill('未响应梯控对接的要求，请补充后参加下一次。')
  await press(hospital, '确定遴选结果')
  await at(hospital, title)
  await hospital.getByRole('link', { name: '看试点' }).first().click()
  made.pilot = await idIn(hospital, /(?<=\/pilots\/)[\w-]{36}/)
  await at(hospital, title)

  await visit(rival, paths.bid(losing))
  await expect(rival.getByText('未响应梯控对接的要求')).toBeVisible()
  const firm = await as('firm')
  await visit(firm, paths.bid(made.bid))
  await expect(firm.getByText('中选', { exact: true }).first()).toBeVisible()
})

test('企业部署、运行、填报、申请验收；双方签字', async ({ as, visitor }) => {
  const firm = await as('firm')
  await visit(firm, paths.pilotDeployment(made.pilot), '登记部署')
  await fill(firm, { serials: serials.join('\n'), space: 'staff' })
  await press(firm, '登记部署')
  await at(firm, title)
  await expect(firm.getByText(serials.join('、'))).toBeVisible()
  await press(firm, '开始运行')
  await expect(firm.getByText('运行中', { exact: true }).first()).toBeVisible()
  await visit(firm, paths.pilotReport(made.pilot), '填报运行记录')
  await fill(firm, reportForm)
  await press(firm, '填报运行记录')
  await at(firm, title)
  await expect(firm.getByText('95.8 %').or(firm.getByText('95.8%')).first()).toBeVisible()

  await visit(firm, paths.pilotAcceptance(made.pilot), '申请验收')
  for (const [position, measured] of ['96.4', '2.6', '0.07'].entries())
    await fill(firm, {
      [`measurements[${position}].measured`]: measured,
      [`measurements[${position}].sample`]: '连续 28 天全部记录',
    })
  await press(firm, '申请验收')
  await at(firm, title)

  const hospital = await as('hospital')
  for (const side of [hospital, firm]) {
    await visit(side, paths.pilotSignature(made.pilot), '验收签字')
    await fill(side, { opinion: '已核对原始记录与现场，数据属实，同意验收。', affirmed: true })
    await press(side, '验收签字')
    await at(side, title)
  }
  await expect(firm.getByText('已验收').first()).toBeVisible()
  await expectHidden(visitor, paths.pilot(made.pilot))
  await expectHidden(await as('rival'), paths.pilot(made.pilot))
})

test('企业申报奖励：页面给上限与余额，不给金额；经办公示，期满后复核审定', async ({ as, visitor }) => {
  const firm = await as('firm')
  await visit(firm, paths.pilotClaim(made.pilot), '申报首试首用奖励')
  await fill(firm, claimForm)
  await press(firm, '存草稿')
  await at(firm, '首试首用奖励申报')
  made.claim = await idIn(firm)
  const claim = paths.claim(made.claim)
  await expect(firm.getByText('符合条件', { exact: true }).first()).toBeVisible()
  await expect(firm.getByText(/上限 2 × 50 万元/).first()).toBeVisible()
  await expect(firm.getByText(/年度余额/).first()).toBeVisible()
  await expect(firm.getByText('原文只有上限，没有比例').first()).toBeVisible()
  await expect(firm.getByText('不给出', { exact: true })).toBeVisible()
  await press(firm, '提交申报')
  await expect(firm.getByRole('status')).toContainText('已提交')
  for (const stranger of [visitor, await as('hospital'), await as('rival')])
    await expectHidden(stranger, claim)

  const handler = await as('handler')
  for (const deed of ['受理预审', '转入评审', '开始公示']) {
    await visit(handler, claim, '首试首用奖励申报')
    await press(handler, deed)
    await expect(handler.getByRole('status')).toContainText('已')
  }

  const approver = await as('approver')
  await visit(approver, claim, '首试首用奖励申报')
  await expect(approver.getByRole('button', { name: '审定并预留' })).toHaveAttribute('aria-disabled', 'true')
  await passClaimNotice(made.claim)
  await visit(approver, paths.claimApproval(made.claim), '审定并预留')
  await fill(approver, {
    'units[0].fen': '500001',
    'units[1].fen': '１２００００',
    basis: '按专项审计的制备成本评定',
  })
  await press(approver, '审定并预留')
  await expect(errorAt(approver, 'units[0].fen')).toContainText('不能超过 50 万元')
  await fill(approver, { 'units[0].fen': '180000' })
  await press(approver, '审定并预留')
  await at(approver, '首试首用奖励申报')
  await visit(firm, claim, '首试首用奖励申报')
  await expect(firm.getByText('30 万元').first()).toBeVisible()
})

test('医院提名，经办受理与审查，专家评审，复核公示，期满发布', async ({ as, visitor }) => {
  const hospital = await as('hospital')
  await visit(hospital, paths.pilotNomination(made.pilot), '提名典型场景目录')
  await fill(hospital, nominationForm)
  await press(hospital, '提名典型场景目录')
  made.entry = await idIn(hospital, /(?<=\/catalog\/)[\w-]{36}/)
  await at(hospital, title)
  const entry = paths.entry(made.entry)
  await expectHidden(visitor, entry)

  const handler = await as('handler')
  for (const [deed, status] of [
    ['受理提名', '形式审查'],
    ['形式审查通过', '专家评审'],
  ] as const) {
    await visit(handler, entry, title)
    await press(handler, deed)
    await expect(handler.getByText(status, { exact: true }).first()).toBeVisible()
  }

  const expert = await as('expert')
  // Until the handler has asked this expert, the entry does not exist for them.
  await expectHidden(expert, entry)
  await press(handler, '指派专家')
  await at(handler, '指派专家')
  await handler.getByLabel('示例戊（评审专家）').check()
  await press(handler, '指派专家')
  await at(handler, title)

  await visit(expert, paths.entryReview(made.entry), '评审打分')
  const scores = { advancement: '82', fit: '88', maturity: '79', benefit: '84' }
  await fill(expert, { conflictFree: true, ...scores, comment: '数据完整，适用条件写得清楚。' })
  await press(expert, '提交评审')
  await at(expert, title)

  await visit(handler, entry, title)
  await press(handler, '列入拟入选')
  await expect(handler.getByText('拟入选', { exact: true }).first()).toBeVisible()

  const approver = await as('approver')
  await visit(approver, entry, title)
  await press(approver, '发起公示')
  await expect(approver.getByText('公示中', { exact: true }).first()).toBeVisible()
  await visit(visitor, entry, title)
  await expect(visitor.getByRole('link', { name: '提出异议' })).toBeVisible()

  await passEntryNotice(made.entry)
  await visit(approver, entry, title)
  await press(approver, '办结公示并发布')
  await expect(approver.getByText('已发布', { exact: true }).first()).toBeVisible()
})

test('公众看到目录条目，每个数都来自试点；英文页面也完整', async ({ visitor }) => {
  const entry = paths.entry(made.entry)
  await visit(visitor, entry, title)
  for (const number of ['81.3 %', '96.4 %', '11.4 次/日', '2.6 次/日', '0.6 次/h', '0.07 次/h'])
    await expect(visitor.getByText(number, { exact: true }).first()).toBeVisible()
  await expect(visitor.getByText('早高峰客梯拥挤时准时率下降').first()).toBeVisible()

  await visitor.getByRole('button', { name: 'EN', exact: true }).click()
  await expect(visitor.locator('html')).toHaveAttribute('lang', 'en')
  const pages = [
    paths.scenario(made.scenario),
    paths.scenarioMatches(made.scenario),
    paths.product(made.product),
    paths.productMatches(made.product),
    paths.search({ q: title }),
    paths.catalog(),
    entry,
  ]
  for (const path of pages) await visit(visitor, path)
  await expect(visitor.getByText('Before and after')).toBeVisible()
})
