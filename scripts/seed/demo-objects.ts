import { v7 } from 'uuid'
import type { Person } from '#domain/shared/actor.ts'
import type { PilotId, ProductId, ScenarioId } from '#domain/shared/ids.ts'
import { yuan } from '#domain/shared/money.ts'
import { loadBid } from '#services/bids/load.ts'
import { withdrawBid } from '#services/bids/withdraw.ts'
import { objectToEntry } from '#services/catalog/object.ts'
import { publishEntry } from '#services/catalog/publish.ts'
import { readNotices } from '#services/notifications/read.ts'
import { loadPilot } from '#services/pilots/load.ts'
import { sendBackPilot } from '#services/pilots/send-back.ts'
import { showPilot } from '#services/pilots/show.ts'
import { loadProduct } from '#services/products/load.ts'
import { returnProduct } from '#services/products/review.ts'
import { suspendProduct } from '#services/products/suspend.ts'
import { withdrawProduct } from '#services/products/withdraw.ts'
import { approveClaim } from '#services/rewards/approve.ts'
import { reverseClaim } from '#services/rewards/reverse.ts'
import { AmendScenario, amendScenario } from '#services/scenarios/amend.ts'
import { loadScenario } from '#services/scenarios/load.ts'
import { returnScenario } from '#services/scenarios/review.ts'
import { showScenario } from '#services/scenarios/show.ts'
import { EditAndSubmit, editAndSubmitScenario } from '#services/scenarios/submit.ts'
import { withdrawScenario } from '#services/scenarios/withdraw.ts'
import type { NominationName, ScenarioName } from './content.ts'
import { stageDemoPlan } from './files.ts'
import { seedImports } from './imports.ts'
import { seedProductFacts } from './product-facts.ts'
import { seedSearches } from './searches.ts'
import { seedSites } from './sites.ts'
import { seedSolutions } from './solutions.ts'
import type { Stage } from './stories.ts'
import { seedTalks } from './talks.ts'

interface Pair {
  demand: Person
  firm: Person
  productId: ProductId
  scenario: ScenarioName
}

/** Live objects in every state, so that each role has something waiting on the first start. */
export async function seedObjects(stage: Stage): Promise<void> {
  const { hospital, nursing, factory, firm, care, works, newcomer } = stage.cast
  const courier = await stage.product('courier', firm, 210)
  const washer = await stage.product('washer', care, 205)
  const stacker = await stage.product('stacker', works, 200)
  // Within ninety days, as a new listing.
  const patrol = await stage.product('patrol', works, 75)
  await products(stage)
  await seedSolutions(stage, { courier, washer, stacker })

  const wards = { demand: hospital, firm, productId: courier, scenario: 'wards' as const }
  const baths = { demand: nursing, firm: care, productId: washer, scenario: 'hairwash' as const }
  const line = { demand: factory, firm: works, productId: stacker, scenario: 'totes' as const }
  await opened(stage, { ...wards, scenario: 'specimens' }, { rival: { firm: works, productId: patrol } })
  await pilotsOnTheirWay(stage, { wards, baths, line })
  await acceptedPilots(stage, { wards, baths, line })
  await seedProductFacts(stage, {
    washer: { firm: care, id: washer },
    courier: { firm, id: courier },
  })
  await seedImports(stage.at(20, firm))
  // What is months old has been read; what follows is news.
  for (const person of Object.values(stage.cast)) await readNotices(stage.at(5, person))
  await seedSearches(stage)
  const call = await stage.publishedScenario('wards', hospital, { daysAgo: 8, openDays: 22, plain: true })
  await sealedBids(stage, { courier, washer })
  const inspection = await stage.publishedScenario('inspection', factory, {
    daysAgo: 5,
    openDays: 26,
    plain: true,
  })
  // Nobody lists a robot for this work yet, as the bureau's page of gaps says.
  await stage.publishedScenario('compounding', hospital, { daysAgo: 6, openDays: 28, plain: true })
  await seedTalks(stage, { wards: call, inspection, courier, patrol })
  await stage.submittedScenario('transfer', nursing, { daysAgo: 3, openDays: 30, plain: true })
  await stage.submittedScenario('tending', factory, { daysAgo: 9, openDays: 32, plain: true })
  await comeBack(stage)
  const waiting = await stage.submittedScenario('inspection', factory, { daysAgo: 2, openDays: 33 })
  await stage.approve(waiting, 1)
  await seedSites(stage)
  await stage.draftedScenario('companion', nursing, { daysAgo: 1, openDays: 40, plain: true })
  await endedScenarios(stage)
  await stage.draftedProduct('sweeper', newcomer, 2)
  await pausedProduct(stage)
}

/** 暂停展示 by its own firm, which may show it again at any time. */
async function pausedProduct(stage: Stage): Promise<void> {
  const { care } = stage.cast
  const id = await stage.product('trolley', care, 160)
  const { product } = await loadProduct(stage.at(0, care), id)
  await suspendProduct(stage.at(9, care), {
    id,
    rev: product.rev,
    formKey: v7(),
    reason: '保温餐仓换供应商，停产检修，预计明年三月恢复供货。',
  })
}

async function products(stage: Stage): Promise<void> {
  const { firm, care, works, handler } = stage.cast
  await stage.submittedProduct('lifter', care, 4)
  const returned = await stage.submittedProduct('sweeper', firm, 6)
  const { product } = await loadProduct(stage.at(0, handler), returned)
  await returnProduct(stage.at(4, handler), {
    id: returned,
    rev: product.rev,
    formKey: v7(),
    reason: '覆盖率与消毒效果缺检测报告，请补充出处后再提交。',
  })
  const gone = await stage.product('patrol', works, 180)
  const { product: old } = await loadProduct(stage.at(0, works), gone)
  await withdrawProduct(stage.at(60, works), { id: gone, rev: old.rev, formKey: v7() })
}

/** One open scenario with sealed bids, one of them withdrawn again. */
async function sealedBids(
  stage: Stage,
  { courier, washer }: { courier: ProductId; washer: ProductId },
): Promise<void> {
  const { hospital, firm, care } = stage.cast
  const id = await stage.publishedScenario('disinfection', hospital, {
    daysAgo: 12,
    openDays: 19,
    plain: true,
  })
  await stage.bid(firm, id, { productId: courier, daysAgo: 2 })
  const bidId = await stage.bid(care, id, { productId: washer, daysAgo: 4 })
  const { bid } = await loadBid(stage.at(0, care), bidId)
  await withdrawBid(stage.at(3, care), { id: bidId, rev: bid.rev, formKey: v7() })
  await amended(stage, id)
}

/** 补充公告 on an open call that has a sealed bid: its firm is asked to confirm. */
async function amended(stage: Stage, id: ScenarioId): Promise<void> {
  const { hospital } = stage.cast
  const { scenario } = await loadScenario(stage.at(1, hospital), id)
  const { content, bidDeadline } = scenario
  const [first, ...rest] = content.metrics
  const [plan] = (await showScenario(stage.at(1, hospital), id)).files
  const fileKey = v7()
  if (plan) await stageDemoPlan(stage.at(1, hospital), { id, replaces: plan.id, fileKey })
  await amendScenario(
    stage.at(1, hospital),
    AmendScenario.parse({
      ...content,
      fileKey,
      metrics: [{ ...first, method: `${first?.method ?? ''}，由院感科抽查复核` }, ...rest],
      site: `${content.site ?? ''}走廊转角另有消防门一道，净宽 900 mm，常开。`,
      bidDeadline,
      summary: '补写走廊转角消防门的净宽并更换平面图，第一项指标改由院感科抽查复核',
      reason: '现场复勘时发现漏写一道消防门；院感科要求参与验收。',
      id,
      rev: scenario.rev,
      formKey: v7(),
    }),
  )
}

/** Returned with reasons field by field, mended in one of two places, and submitted again. */
async function comeBack(stage: Stage): Promise<void> {
  const { nursing, handler } = stage.cast
  const id = await stage.submittedScenario('transfer', nursing, { daysAgo: 7, openDays: 35 })
  await returnScenario(stage.at(6, handler), {
    id,
    ...(await stage.scenarioRev(handler, id)),
    reason: '现场条件与指标测法各有一处要补，其余可以。',
    notes: [
      { field: 'site', reason: '请写明浴室门的净宽和地面是否有坎。' },
      { field: 'metrics[0]', reason: '测法没有写样本量，请写明连续多少天、由谁记录。' },
    ],
  })
  const { scenario } = await loadScenario(stage.at(5, nursing), id)
  const { content } = scenario
  const site = `${content.site ?? ''}浴室门净宽 920 mm，无坎。`
  await editAndSubmitScenario(
    stage.at(5, nursing),
    EditAndSubmit.parse({ ...content, site, id, rev: scenario.rev, formKey: v7() }),
  )
}

async function endedScenarios(stage: Stage): Promise<void> {
  const { hospital, factory, handler } = stage.cast
  const returned = await stage.submittedScenario('specimens', hospital, { daysAgo: 10, openDays: 30 })
  await returnScenario(stage.at(8, handler), {
    id: returned,
    ...(await stage.scenarioRev(handler, returned)),
    reason: '验收指标“准时送达率”的承诺时限与现状口径不一致，请写明标本从哪一刻起算。',
  })
  const withdrawn = await stage.publishedScenario('tending', factory, { daysAgo: 40, openDays: 30 })
  await withdrawScenario(stage.at(30, factory), {
    id: withdrawn,
    ...(await stage.scenarioRev(factory, withdrawn)),
    reason: '年度技改计划调整，本项目顺延。',
  })
}

/** Two bids, opened and waiting for the demand side's choice. */
async function opened(
  stage: Stage,
  { demand, firm, productId, scenario }: Pair,
  { rival }: { rival: { firm: Person; productId: ProductId } },
): Promise<void> {
  const id = await stage.publishedScenario(scenario, demand, { daysAgo: 30, openDays: 24 })
  await stage.bid(firm, id, { productId, daysAgo: 12 })
  await stage.bid(rival.firm, id, { productId: rival.productId, daysAgo: 10, price: '55' })
  await stage.open(demand, id, 5)
}

/** From the scenario to an agreed pilot, `daysAgo` its selection. */
async function agreed(
  stage: Stage,
  { demand, firm, productId, scenario }: Pair,
  daysAgo: number,
): Promise<PilotId> {
  const id = await stage.publishedScenario(scenario, demand, { daysAgo: daysAgo + 40, openDays: 30 })
  const winner = await stage.bid(firm, id, { productId, daysAgo: daysAgo + 14 })
  await stage.open(demand, id, daysAgo + 8)
  return stage.select(demand, id, { winner, daysAgo })
}

type Pairs = { wards: Pair; baths: Pair; line: Pair }

async function pilotsOnTheirWay(stage: Stage, { wards, baths, line }: Pairs): Promise<void> {
  await agreed(stage, line, 3)
  const deploying = await agreed(stage, wards, 20)
  await stage.deploy(wards.firm, deploying, {
    serials: ['YXD-Y3-0101', 'YXD-Y3-0102'],
    daysAgo: 6,
    space: 'ward',
  })

  const running = await agreed(stage, { ...line, scenario: 'totes' }, 60)
  await stage.deploy(line.firm, running, { serials: ['ZZ-M5-0021'], daysAgo: 50 })
  await stage.run(line.firm, running, 45)
  await stage.report(line.firm, running, { weeks: 5, daysAgo: 4 })

  const asking = await agreed(stage, baths, 90)
  await stage.deploy(baths.firm, asking, { serials: ['SL-H2-0011'], daysAgo: 80, space: 'home', insured: 90 })
  await stage.run(baths.firm, asking, 76)
  await stage.report(baths.firm, asking, { weeks: 8, daysAgo: 8 })
  await stage.request(baths.firm, asking, { measured: [9.6, 1, 7, 4.4], daysAgo: 3 })
  await stage.sign(baths.firm, asking, 2)

  for (const [deed, days] of [
    ['sendBack', 100],
    ['fail', 140],
    ['terminate', 120],
  ] as const)
    await wentWrong(stage, wards, { deed, days })
}

async function wentWrong(
  stage: Stage,
  pair: Pair,
  { deed, days }: { deed: 'sendBack' | 'fail' | 'terminate'; days: number },
): Promise<void> {
  const id = await agreed(stage, pair, days)
  await stage.deploy(pair.firm, id, { serials: [`YXD-Y3-9${days}`], daysAgo: days - 10 })
  await stage.run(pair.firm, id, days - 14)
  await stage.report(pair.firm, id, { weeks: 4, daysAgo: days - 45 })
  if (deed !== 'terminate')
    await stage.request(pair.firm, id, { measured: [91.2, 3.4, 0.18, 95.1, 2], daysAgo: days - 50 })
  const reason = {
    sendBack: '准时送达率 91.2 % 未达 95 %，人工介入偏多；请优化乘梯策略后再申请。',
    fail: '两次整改后准时送达率仍未达标，不予通过。',
    terminate: '电梯改造停用，现场不具备继续试点的条件。',
  }[deed]
  const { pilot } = await loadPilot(stage.at(0, pair.demand), id)
  await sendBackPilot(stage.at(days - 55, pair.demand), { id, deed, reason, rev: pilot.rev, formKey: v7() })
}

async function accepted(
  stage: Stage,
  pair: Pair,
  { serials, measured, days }: { serials: string[]; measured: (number | null)[]; days: number },
): Promise<PilotId> {
  const id = await agreed(stage, pair, days + 80)
  await stage.deploy(pair.firm, id, { serials, daysAgo: days + 72 })
  await stage.run(pair.firm, id, days + 68)
  await stage.report(pair.firm, id, { weeks: 8, daysAgo: days + 6 })
  await stage.request(pair.firm, id, { measured, daysAgo: days + 3 })
  await stage.sign(pair.firm, id, days + 2)
  await stage.sign(pair.demand, id, days)
  return id
}

/** Accepted pilots with their claims and catalog entries, one in each further state. */
async function acceptedPilots(stage: Stage, { wards, baths, line }: Pairs): Promise<void> {
  const care = [9.2, 1, 6, 4.5]
  const deliveries = [96.4, 2.6, 0.08, 98.1, 1]
  const totes = [28, 99.7, 41]
  const published = await accepted(stage, baths, {
    serials: ['SL-H2-0007', 'SL-H2-0008'],
    measured: care,
    days: 50,
  })
  await claimTo(stage, baths.firm, published, 'approved')
  await entryTo(stage, baths.demand, published, {
    title: '养老机构失能长者洗头',
    kind: 'hairwash',
    to: 'published',
    days: 45,
  })

  const noticed = await accepted(stage, wards, {
    serials: ['YXD-Y3-0011', 'YXD-Y3-0012', 'YXD-Y3-0013'],
    measured: deliveries,
    days: 30,
  })
  await claimTo(stage, wards.firm, noticed, 'notice')
  await entryTo(stage, wards.demand, noticed, {
    title: '住院药房到病区的药品与标本配送',
    kind: 'wards',
    to: 'notice',
    days: 26,
  })

  const disputed = await accepted(stage, line, { serials: ['ZZ-M5-0003'], measured: totes, days: 32 })
  await claimTo(stage, line.firm, disputed, 'review')
  await entryTo(stage, line.demand, disputed, {
    title: '无人化车间料箱分拣上架',
    kind: 'totes',
    to: 'objection',
    days: 28,
  })

  const states = ['expertReview', 'listed', 'formalReview', 'nominated', 'rejected'] as const
  const claims = ['submitted', 'draft', 'precheck', 'rejected', 'reversed'] as const
  for (const [index, to] of states.entries()) {
    const pair = index % 2 === 0 ? wards : baths
    const measured = index % 2 === 0 ? deliveries : care
    const prefix = index % 2 === 0 ? 'YXD-Y3' : 'SL-H2'
    const id = await accepted(stage, pair, { serials: [`${prefix}-02${index}1`], measured, days: 20 + index })
    await claimTo(stage, pair.firm, id, claims[index] ?? 'draft')
    await entryTo(stage, pair.demand, id, {
      title: index % 2 === 0 ? '病区配送（第二批）' : '失能长者洗头（第二批）',
      kind: index % 2 === 0 ? 'wards' : 'hairwash',
      to,
      days: 18,
    })
  }
}

type ClaimGoal =
  | 'draft'
  | 'submitted'
  | 'precheck'
  | 'review'
  | 'notice'
  | 'approved'
  | 'rejected'
  | 'reversed'

async function claimTo(stage: Stage, firm: Person, pilotId: PilotId, goal: ClaimGoal): Promise<void> {
  const days = goal === 'approved' || goal === 'reversed' ? 26 : 12
  const id = await stage.claim(firm, pilotId, {
    daysAgo: days + 2,
    funding: goal === 'draft' ? 'unknown' : 'none',
  })
  if (goal === 'draft') return
  await stage.submitClaim(firm, id, days)
  if (goal === 'submitted') return
  await stage.handleClaim(id, 'precheck', { daysAgo: days - 1 })
  if (goal === 'precheck') return
  if (goal === 'rejected')
    return stage.handleClaim(id, 'reject', {
      daysAgo: days - 2,
      reason: '同型号产品已在外省试用，不符合京津冀地区首次试用。',
    })
  await stage.handleClaim(id, 'forward', { daysAgo: days - 2 })
  if (goal === 'review') return
  await stage.handleClaim(id, 'announce', { daysAgo: goal === 'notice' ? 2 : days - 4 })
  if (goal === 'notice') return
  const { approver } = stage.cast
  const pilot = await loadPilot(stage.at(0, approver), pilotId)
  const units = (await unitsOf(stage, pilotId)).map(serial => ({ serial, fen: yuan(180_000) }))
  await approveClaim(stage.at(4, approver), {
    id,
    units,
    basis: `专项审计后按综合制备成本评定，产品 ${pilot.version.name}。`,
    ...(await stage.claimRev(id)),
  })
  if (goal === 'reversed')
    await reverseClaim(stage.at(2, approver), {
      id,
      reason: '企业主动放弃，额度释放。',
      ...(await stage.claimRev(id)),
    })
}

async function unitsOf(stage: Stage, pilotId: PilotId): Promise<string[]> {
  return (await showPilot(stage.at(0, stage.cast.approver), pilotId)).units
}

type EntryGoal =
  | 'nominated'
  | 'formalReview'
  | 'expertReview'
  | 'listed'
  | 'notice'
  | 'objection'
  | 'published'
  | 'rejected'

async function entryTo(
  stage: Stage,
  demand: Person,
  pilotId: PilotId,
  { title, kind, to, days }: { title: string; kind: NominationName; to: EntryGoal; days: number },
): Promise<void> {
  const id = await stage.nominate(demand, pilotId, { title, kind, daysAgo: days })
  if (to === 'nominated') return
  await stage.handleEntry(id, 'accept', { daysAgo: days - 2 })
  if (to === 'rejected')
    return stage.handleEntry(id, 'reject', {
      daysAgo: days - 4,
      reason: '与已收录条目重复，建议并入原条目更新数据。',
    })
  if (to === 'formalReview') return
  await stage.handleEntry(id, 'passFormal', { daysAgo: days - 4 })
  await stage.assign(id, days - 5)
  if (to === 'expertReview') return
  await stage.score(id, days - 8)
  await stage.handleEntry(id, 'list', { daysAgo: days - 10 })
  if (to === 'listed') return
  await stage.announce(id, to === 'published' ? days - 12 : 3)
  if (to === 'notice') return
  const { approver } = stage.cast
  if (to === 'objection') {
    const filed = {
      id,
      objectorName: '示例市民',
      objectorContact: 'citizen@demo.example',
      affirmed: true,
      formKey: v7(),
    }
    return objectToEntry(
      { ...stage.at(1, approver), actor: { kind: 'visitor' } },
      { ...filed, statement: '基线期与试点期的停线统计口径不同，请说明月合计是否包含计划检修。' },
    )
  }
  await publishEntry(stage.at(10, approver), { id, ...(await stage.entryRev(id)) })
}
