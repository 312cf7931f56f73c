import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Db } from '#db/client.ts'
import { findScenario } from '#db/queries/scenarios.ts'
import { account, membership, office, organization, scenario } from '#db/schema/index.ts'
import { Scenario } from '#domain/scenarios/scenario.ts'
import type { Membership, Person } from '#domain/shared/actor.ts'
import { actsFor } from '#domain/shared/actor.ts'
import type { AccountId, OrganizationId, ScenarioId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Capability, MemberRole, OfficerRole, OrganizationStatus, Source } from '#domain/vocabulary.ts'
import { dutyIds } from '#domain/vocabulary.ts'
import type { Context } from '#services/context.ts'
import { digest } from '#services/digest.ts'
import { approveScenario } from '#services/scenarios/approve.ts'
import { draftScenario } from '#services/scenarios/draft.ts'
import { loadScenario } from '#services/scenarios/load.ts'
import { publishScenario } from '#services/scenarios/review.ts'
import { submitScenario } from '#services/scenarios/submit.ts'
import { as } from './context.ts'
import { withCheckCharacter } from './uscc.ts'

/** People and organisations are setup data and inserted as they are; everything that has a verb is made by its verb. */
interface OrganizationOptions {
  name?: string
  role?: MemberRole
  status?: OrganizationStatus
  source?: Source
  capabilities?: Capability[]
  district?: string
}

/** A verified demand side with one owner. */
export function hospital(db: Db, options: OrganizationOptions = {}): Promise<Person> {
  return memberOf(db, { name: '北京示例医院', capabilities: ['publishScenarios'], ...options })
}

/** A verified supply side with one owner. */
export function robotFirm(db: Db, options: OrganizationOptions = {}): Promise<Person> {
  return memberOf(db, {
    name: '北京示例机器人有限公司',
    capabilities: ['publishProducts', 'bid', 'receiveReward'],
    ...options,
  })
}

export async function officer(db: Db, ...roles: OfficerRole[]): Promise<Person> {
  const accountId = await insertPerson(db, '示例员')
  const offices = roles.map(role => ({ role, district: null }))
  for (const { role } of offices) await db.insert(office).values({ accountId, role })
  return { kind: 'person', accountId, name: '示例员', memberships: [], offices, recused: [], assigned: [] }
}

/** 区级主管 of this district. */
export async function districtOfficer(db: Db, district: string): Promise<Person> {
  const person = await officer(db, 'district')
  await db.update(office).set({ district }).where(eq(office.accountId, person.accountId))
  return { ...person, offices: [{ role: 'district', district }] }
}

/** One more person in the organisation of `colleague`. */
export async function colleagueOf(db: Db, colleague: Person, role: MemberRole = 'editor'): Promise<Person> {
  const accountId = await insertPerson(db, '示例同事')
  const own = { ...membershipOf(colleague), role }
  await db.insert(membership).values({ accountId, organizationId: own.organizationId, role })
  return {
    kind: 'person',
    accountId,
    name: '示例同事',
    memberships: [own],
    offices: [],
    recused: [],
    assigned: [],
  }
}

/** The organisation that a person of these factories belongs to. */
export function membershipOf(person: Person): Membership {
  const own = actsFor(person)
  if (!own) throw new Error(`${person.name} belongs to no organisation`)
  return own
}

async function memberOf(db: Db, options: OrganizationOptions & { name: string }): Promise<Person> {
  const {
    name,
    role = 'owner',
    status = 'verified',
    source = 'platform',
    capabilities = [],
    district,
  } = options
  const organizationId = brand<OrganizationId>(v7())
  await db
    .insert(organization)
    .values({ id: organizationId, name, status, source, capabilities, district, uscc: someUscc() })
  const accountId = await insertPerson(db, `${name} 联系人`)
  await db.insert(membership).values({ accountId, organizationId, role })
  const own = {
    ...{ organizationId, role, name, status, source, capabilities },
    ...{ duties: dutyIds, relatedTo: [] },
  }
  return {
    kind: 'person',
    accountId,
    name: `${name} 联系人`,
    memberships: [own],
    offices: [],
    recused: [],
    assigned: [],
  }
}

async function insertPerson(db: Db, name: string): Promise<AccountId> {
  const id = brand<AccountId>(v7())
  await db.insert(account).values({ id, name, email: `${id}@example.cn`, passwordHash: 'no password fits' })
  return id
}

/** A code of the right form; two of them never meet, because their body code is random. */
export function someUscc(): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const body = Array.from({ length: 9 }, () => alphabet.charAt(Math.floor(Math.random() * alphabet.length)))
  return withCheckCharacter(`91110108${body.join('')}`)
}

/** A scenario with nothing missing; `days` is how far ahead its deadline lies. */
export function scenarioContent({
  days = 14,
  ...overrides
}: Partial<Scenario> & { days?: number } = {}): Scenario {
  const content = {
    title: '住院药房到十四个病区的药品与标本配送',
    domain: 'healthcare',
    tasks: ['hospitalDelivery'],
    district: '110106',
    situation: '住院药房每天向十四个病区送药约 180 趟，现由护士与物业推车取送，希望白班由机器人往返。',
    pain: '早高峰电梯等候平均 6 分钟，取药占去每个病区每日约两小时护理时间。',
    site: '外科楼 B1 至 14 层，客梯 2 部与访客共用，病区门净宽 850 mm，连廊坡度 4°。',
    exclusions: '毒麻药品、血液制品、医疗废物；夜间急配。',
    requirements: [
      { criterion: 'payloadKg', necessity: 'must', value: 50, note: '含箱体内药筐' },
      { criterion: 'elevator', necessity: 'must', value: true },
      { criterion: 'passageWidthMm', necessity: 'must', value: 850 },
      { criterion: 'noiseDbA', necessity: 'should', value: 55 },
    ],
    metrics: [
      metric('准时送达率', { unit: '%', direction: 'atLeast', baseline: 81.3, target: 95 }),
      metric('护士离岗取药', { unit: '次/日', direction: 'atMost', baseline: 11.4, target: 3 }),
      metric('人工介入', { unit: '次/h', direction: 'atMost', target: 0.1 }),
    ],
    readiness: 'funded',
    budgetEvidence: 'annualBudget',
    evaluation: [
      { name: '满足要求与指标的程度', weight: 60 },
      { name: '报价', weight: 40 },
    ],
    questionsUntil: new Date(Date.now() + (days - 1) * 86_400_000),
    budgetFen: '54',
    units: 3,
    commercialForm: 'trialThenBuy',
    acceptsUnfinalised: true,
    pilotWeeks: 8,
    bidDeadline: new Date(Date.now() + days * 86_400_000),
    ...overrides,
  }
  return Scenario.parse(content)
}

function metric(
  name: string,
  numbers: { unit: string; direction: 'atLeast' | 'atMost'; baseline?: number; target: number },
) {
  return { name, method: '试点期内连续 28 天，按趟记录后汇总', mandatory: true, ...numbers }
}

interface ScenarioOptions {
  content?: Parameters<typeof scenarioContent>[0]
  demand?: Person
  reviewer?: Person
}

/** A draft of `demand`, who is a new hospital when nobody is named. */
export async function draftedScenario(ctx: Context, { content, demand }: ScenarioOptions = {}) {
  const person = demand ?? (await hospital(ctx.db))
  const { id } = await draftScenario(as(ctx, person), { ...scenarioContent(content), formKey: v7() })
  return { id, demand: person }
}

export async function submittedScenario(ctx: Context, options: ScenarioOptions = {}) {
  const drafted = await draftedScenario(ctx, options)
  const own = as(ctx, drafted.demand)
  await submitScenario(own, { id: drafted.id, rev: await revOf(own, drafted.id), formKey: v7() })
  return drafted
}

export async function publishedScenario(ctx: Context, options: ScenarioOptions = {}) {
  const submitted = await submittedScenario(ctx, options)
  const reviewer = options.reviewer ?? (await officer(ctx.db, 'handler'))
  const { id } = submitted
  await approveScenario(as(ctx, reviewer), await decisionOn(ctx, id))
  await publishScenario(as(ctx, await secondOfficer(ctx.db)), await decisionOn(ctx, id))
  return { ...submitted, reviewer }
}

/** A submitted scenario with the handler's approval, waiting for somebody else to publish it. */
export async function approvedScenario(ctx: Context, options: ScenarioOptions = {}) {
  const submitted = await submittedScenario(ctx, options)
  const reviewer = options.reviewer ?? (await officer(ctx.db, 'handler'))
  await approveScenario(as(ctx, reviewer), await decisionOn(ctx, submitted.id))
  return { ...submitted, reviewer }
}

const second = new WeakMap<Db, Promise<Person>>()

/** The one approver of a test's database. */
export function secondOfficer(db: Db): Promise<Person> {
  const person = second.get(db) ?? officer(db, 'approver')
  second.set(db, person)
  return person
}

/** The hidden fields of a bureau's page of this scenario, opened now. */
export async function decisionOn(ctx: Context, id: ScenarioId) {
  const found = await findScenario(ctx.db, id)
  if (!found) throw new Error('no such scenario')
  return { id, rev: found.scenario.rev, hash: digest(found.scenario.content), formKey: v7() }
}

/** The revision that a page of this scenario would show now. */
export async function revOf(ctx: Context, id: ScenarioId): Promise<number> {
  const { scenario: row } = await loadScenario(ctx, id)
  return row.rev
}

/** Setup data: the deadline moves into the past, as if the weeks had gone by. */
export async function passDeadline(db: Db, id: ScenarioId): Promise<void> {
  await db
    .update(scenario)
    .set({ bidDeadline: new Date(Date.now() - 60_000) })
    .where(eq(scenario.id, id))
}
