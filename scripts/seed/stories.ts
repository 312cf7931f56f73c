import { v7 } from 'uuid'
import type { PilotSpace } from '#domain/risk/risk-item.ts'
import type { Person } from '#domain/shared/actor.ts'
import { addDays, dayOf } from '#domain/shared/dates.ts'
import type { BidId, ClaimId, EntryId, PilotId, ProductId, ScenarioId } from '#domain/shared/ids.ts'
import { openBids } from '#services/bids/open.ts'
import { selectBid } from '#services/bids/select.ts'
import { showSelection } from '#services/bids/show.ts'
import { SubmitBid, submitBid } from '#services/bids/submit.ts'
import { announceEntry } from '#services/catalog/announce.ts'
import { assignExperts } from '#services/catalog/assign.ts'
import { handleEntry } from '#services/catalog/handle.ts'
import { loadEntry } from '#services/catalog/load.ts'
import { nominateEntry } from '#services/catalog/nominate.ts'
import { scoreEntry } from '#services/catalog/score.ts'
import type { Context } from '#services/context.ts'
import { digest } from '#services/digest.ts'
import { deployPilot } from '#services/pilots/deploy.ts'
import { loadPilot } from '#services/pilots/load.ts'
import { reportPilot } from '#services/pilots/report.ts'
import { requestAcceptance } from '#services/pilots/request-acceptance.ts'
import { runPilot } from '#services/pilots/run.ts'
import { insurePilot } from '#services/pilots/safeguard.ts'
import { listPilots, showPilot } from '#services/pilots/show.ts'
import { signAcceptance } from '#services/pilots/sign.ts'
import { productContent } from '#services/products/content.ts'
import { DraftProduct, draftProduct } from '#services/products/draft.ts'
import { loadProduct } from '#services/products/load.ts'
import { publishProduct } from '#services/products/review.ts'
import { submitProduct } from '#services/products/submit.ts'
import { DraftClaim, draftClaim, submitClaim } from '#services/rewards/apply.ts'
import { handleClaim } from '#services/rewards/handle.ts'
import { loadClaim } from '#services/rewards/load.ts'
import { approveScenario } from '#services/scenarios/approve.ts'
import { DraftScenario, draftScenario } from '#services/scenarios/draft.ts'
import { loadScenario } from '#services/scenarios/load.ts'
import { publishScenario } from '#services/scenarios/review.ts'
import { submitScenario } from '#services/scenarios/submit.ts'
import type { NominationName, ProductName, ScenarioName } from './content.ts'
import { nominations, offer, plainClaim, products, scenarios } from './content.ts'
import { attachDemoFiles } from './files.ts'
import type { Cast } from './people.ts'

const msPerDay = 86_400_000

/** A draft so long ago, with its deadline so many days later; `plain` for the one that keeps the bare title. */
interface When {
  daysAgo: number
  openDays: number
  plain?: boolean
}

/** Plays the demo through the product's own verbs, each at its own moment of the past months. */
export class Stage {
  readonly #root: Context
  readonly cast: Cast

  constructor(root: Context, cast: Cast) {
    this.#root = root
    this.cast = cast
  }

  /** This person, so many days ago (negative: ahead); deadlines are judged by the same moment. */
  at(daysAgo: number, actor: Person): Context {
    const now = this.moment(daysAgo)
    return { ...this.#root, actor, now, clock: async () => now, requestId: v7() }
  }

  moment(daysAgo: number): Date {
    return new Date(this.#root.now.getTime() - daysAgo * msPerDay)
  }

  async product(name: ProductName, firm: Person, daysAgo: number): Promise<ProductId> {
    const id = await this.draftedProduct(name, firm, daysAgo)
    await submitProduct(this.at(daysAgo - 1, firm), { id, ...(await this.#product(firm, id)) })
    await publishProduct(this.at(daysAgo - 2, this.cast.handler), {
      id,
      ...(await this.#product(this.cast.handler, id)),
    })
    return id
  }

  async draftedProduct(name: ProductName, firm: Person, daysAgo: number): Promise<ProductId> {
    const { id } = await draftProduct(
      this.at(daysAgo, firm),
      DraftProduct.parse({ ...products[name], formKey: v7() }),
    )
    await attachDemoFiles(this.at(daysAgo, firm), 'product', { id, name })
    return id
  }

  async submittedProduct(name: ProductName, firm: Person, daysAgo: number): Promise<ProductId> {
    const id = await this.draftedProduct(name, firm, daysAgo)
    await submitProduct(this.at(daysAgo - 1, firm), { id, ...(await this.#product(firm, id)) })
    return id
  }

  async #product(actor: Person, id: ProductId) {
    const { product, version } = await loadProduct(this.at(0, actor), id)
    return { rev: product.rev, hash: digest(productContent(version)), formKey: v7() }
  }

  /** A draft whose deadline lies `openDays` after `daysAgo`. */
  async draftedScenario(
    name: ScenarioName,
    demand: Person,
    { daysAgo, openDays, plain }: When,
  ): Promise<ScenarioId> {
    const at = (days: number) => `${addDays(dayOf(this.moment(daysAgo)), days)}T17:00`
    const dates = { questionsUntil: at(openDays - 3), bidDeadline: at(openDays) }
    const title = plain ? scenarios[name].title : this.#titled(scenarios[name].title)
    const { id } = await draftScenario(
      this.at(daysAgo, demand),
      DraftScenario.parse({ ...scenarios[name], title, ...dates, formKey: v7() }),
    )
    await attachDemoFiles(this.at(daysAgo, demand), 'scenario', { id, name })
    return id
  }

  readonly #told = new Map<string, number>()

  /** The same need comes back at other sites; a reader has to tell them apart. */
  #titled(title: string): string {
    const nth = this.#told.get(title) ?? 1
    this.#told.set(title, nth + 1)
    const site =
      ['', '东区', '西区', '南区', '北区', '二期', '三期', '新楼', '分部'][nth] ?? `第 ${nth + 1} 处`
    return `${title}（${site}）`
  }

  async submittedScenario(name: ScenarioName, demand: Person, when: When): Promise<ScenarioId> {
    const id = await this.draftedScenario(name, demand, when)
    await submitScenario(this.at(when.daysAgo - 0.2, demand), { id, ...(await this.scenarioRev(demand, id)) })
    return id
  }

  async publishedScenario(name: ScenarioName, demand: Person, when: When): Promise<ScenarioId> {
    const id = await this.submittedScenario(name, demand, when)
    const { handler, approver } = this.cast
    await this.approve(id, when.daysAgo - 0.6)
    const seen = await this.scenarioRev(handler, id)
    await publishScenario(this.at(when.daysAgo - 1, approver), { id, ...seen })
    return id
  }

  /** 经办初审. */
  async approve(id: ScenarioId, daysAgo: number): Promise<void> {
    const { handler } = this.cast
    const opinion = '要求与指标齐全，测法写得清楚，同意发布。'
    await approveScenario(this.at(daysAgo, handler), {
      id,
      opinion,
      ...(await this.scenarioRev(handler, id)),
    })
  }

  async scenarioRev(actor: Person, id: ScenarioId) {
    const { scenario } = await loadScenario(this.at(0, actor), id)
    return { rev: scenario.rev, hash: digest(scenario.content), formKey: v7() }
  }

  async bid(
    firm: Person,
    scenarioId: ScenarioId,
    { productId, daysAgo, price = offer.priceFen }: { productId: ProductId; daysAgo: number; price?: string },
  ): Promise<BidId> {
    const { id } = await submitBid(
      this.at(daysAgo, firm),
      SubmitBid.parse({
        scenarioId,
        productId,
        ...offer,
        priceFen: price,
        affirmed: 'on',
        formKey: v7(),
      }),
    )
    return id
  }

  async open(demand: Person, id: ScenarioId, daysAgo: number): Promise<void> {
    await openBids(this.at(daysAgo, demand), { id, ...(await this.scenarioRev(demand, id)) })
  }

  async select(
    demand: Person,
    id: ScenarioId,
    { winner, daysAgo }: { winner: BidId; daysAgo: number },
  ): Promise<PilotId> {
    const ctx = this.at(daysAgo, demand)
    const { bids } = await showSelection(ctx, id)
    const debriefs = bids
      .filter(bid => bid.id !== winner)
      .map(bid => ({ bidId: bid.id, reason: '实施方案对梯控与现场噪声的响应不够具体，报价高于中选方案。' }))
    await selectBid(ctx, {
      ...{
        id,
        bidId: winner,
        debriefs,
        conflictFree: true,
        reason: '必须要求逐条响应，到货周期短，驻场安排明确。',
      },
      ...(await this.scenarioRev(demand, id)),
    })
    const [pilot] = (await listPilots(ctx)).filter(each => each.scenarioId === id)
    if (!pilot) throw new Error('the award left no pilot')
    return pilot.id
  }

  async deploy(
    firm: Person,
    id: PilotId,
    {
      serials,
      daysAgo,
      space = 'staff',
      insured,
    }: {
      serials: string[]
      daysAgo: number
      space?: PilotSpace
      /** Days of cover from the deployment on; none is recorded without it. */
      insured?: number
    },
  ): Promise<void> {
    const own = this.at(daysAgo, firm)
    await deployPilot(own, { id, serials, space, ...(await this.#pilot(firm, id)) })
    if (insured === undefined) return
    const validFrom = dayOf(own.now)
    const policy = { insurer: '示例财产保险公司', policyNumber: `SL-${validFrom.replaceAll('-', '')}` }
    const days = { validFrom, validUntil: addDays(validFrom, insured) }
    await insurePilot(own, { id, formKey: v7(), ...policy, ...days })
  }

  async run(firm: Person, id: PilotId, daysAgo: number): Promise<void> {
    await runPilot(this.at(daysAgo, firm), { id, ...(await this.#pilot(firm, id)) })
  }

  /** One report a week, up to `daysAgo`, slowly better. */
  async report(
    firm: Person,
    id: PilotId,
    { weeks, daysAgo }: { weeks: number; daysAgo: number },
  ): Promise<void> {
    for (let week = 0; week < weeks; week++) {
      const ended = daysAgo + (weeks - 1 - week) * 7
      const end = dayOf(this.moment(ended + 1))
      const report = {
        periodStart: addDays(end, -6),
        periodEnd: end,
        scheduledHours: 252,
        availableHours: 240 + Math.min(week, 9),
        tasks: 1180 + week * 14,
        interventions: Math.max(8, 30 - week * 4),
        note: week === 0 ? '首周磨合，地图补测一次。' : undefined,
      }
      await reportPilot(this.at(ended, firm), { id, formKey: v7(), report })
    }
  }

  async request(
    firm: Person,
    id: PilotId,
    { measured, daysAgo }: { measured: (number | null)[]; daysAgo: number },
  ): Promise<void> {
    const measurements = measured.map((value, position) => ({
      ...{ position, sample: value === null ? undefined : '连续 28 天全部记录' },
      measured: value ?? undefined,
    }))
    await requestAcceptance(this.at(daysAgo, firm), { id, measurements, ...(await this.#pilot(firm, id)) })
  }

  async sign(person: Person, id: PilotId, daysAgo: number): Promise<void> {
    const opinion = '已核对原始记录与现场，数据属实，同意验收。'
    await signAcceptance(this.at(daysAgo, person), {
      id,
      opinion,
      affirmed: true,
      waivers: [],
      ...(await this.#pilot(person, id)),
    })
  }

  async #pilot(actor: Person, id: PilotId) {
    const { pilot } = await loadPilot(this.at(0, actor), id)
    return { rev: pilot.rev, formKey: v7() }
  }

  async claim(
    firm: Person,
    pilotId: PilotId,
    { daysAgo, funding = 'none' }: { daysAgo: number; funding?: 'none' | 'unknown' },
  ): Promise<ClaimId> {
    const { units } = await showPilot(this.at(daysAgo, firm), pilotId)
    const costs = units.map(serial => ({ serial, costFen: '' }))
    const { id } = await draftClaim(
      this.at(daysAgo, firm),
      DraftClaim.parse({
        ...plainClaim,
        funding,
        costs,
        pilotId,
        formKey: v7(),
      }),
    )
    return id
  }

  async submitClaim(firm: Person, id: ClaimId, daysAgo: number): Promise<void> {
    await submitClaim(this.at(daysAgo, firm), { id, ...(await this.#claim(firm, id)) })
  }

  async handleClaim(
    id: ClaimId,
    deed: 'precheck' | 'forward' | 'announce' | 'return' | 'reject',
    { daysAgo, reason }: { daysAgo: number; reason?: string },
  ): Promise<void> {
    await handleClaim(this.at(daysAgo, this.cast.handler), {
      id,
      deed,
      reason,
      ...(await this.#claim(this.cast.handler, id)),
    })
  }

  async #claim(actor: Person, id: ClaimId) {
    const { claim } = await loadClaim(this.at(0, actor), id)
    return { rev: claim.rev, formKey: v7() }
  }

  claimRev(id: ClaimId) {
    return this.#claim(this.cast.approver, id)
  }

  async nominate(
    person: Person,
    pilotId: PilotId,
    { title, kind, daysAgo }: { title: string; kind: NominationName; daysAgo: number },
  ): Promise<EntryId> {
    const { id } = await nominateEntry(this.at(daysAgo, person), {
      ...nominations[kind],
      title,
      pilotId,
      formKey: v7(),
    })
    return id
  }

  async handleEntry(
    id: EntryId,
    deed: 'accept' | 'passFormal' | 'list' | 'reject',
    { daysAgo, reason }: { daysAgo: number; reason?: string },
  ): Promise<void> {
    await handleEntry(this.at(daysAgo, this.cast.handler), {
      id,
      deed,
      reason,
      ...(await this.entryRev(id)),
    })
  }

  async assign(id: EntryId, daysAgo: number): Promise<void> {
    const experts = [this.cast.expert.accountId]
    await assignExperts(this.at(daysAgo, this.cast.handler), { id, experts, formKey: v7() })
  }

  async score(id: EntryId, daysAgo: number): Promise<void> {
    const sheet = {
      conflictFree: true,
      advancement: 82,
      fit: 88,
      maturity: 79,
      benefit: 84,
      comment: '数据完整，适用条件写得清楚。',
    }
    const expert = { ...this.cast.expert, assigned: [id] }
    await scoreEntry(this.at(daysAgo, expert), { id, ...sheet, recused: false, formKey: v7() })
  }

  async announce(id: EntryId, daysAgo: number): Promise<void> {
    await announceEntry(this.at(daysAgo, this.cast.approver), { id, ...(await this.entryRev(id)) })
  }

  async entryRev(id: EntryId) {
    const { entry } = await loadEntry(this.at(0, this.cast.approver), id)
    return { rev: entry.rev, formKey: v7() }
  }
}
