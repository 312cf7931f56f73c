import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { findPerson } from '#db/queries/accounts.ts'
import { listHistory } from '#db/queries/history.ts'
import { listMembers } from '#db/queries/members.ts'
import { findOrganization } from '#db/queries/organizations.ts'
import { listPilotMetrics } from '#db/queries/pilots.ts'
import { listMatters } from '#db/queries/queue.ts'
import { account, invitation, membership, notification, organizationDocument } from '#db/schema/index.ts'
import type { Person } from '#domain/shared/actor.ts'
import { addDays, dayOf } from '#domain/shared/dates.ts'
import type { AccountId, DepartmentId, InvitationId, OrganizationId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Capability } from '#domain/vocabulary.ts'
import { loadReader } from '#services/accounts/actor.ts'
import { openBids } from '#services/bids/open.ts'
import { selectBid } from '#services/bids/select.ts'
import { showSelection } from '#services/bids/show.ts'
import { matchesForScenario } from '#services/matching/for-scenario.ts'
import { acceptInvitation, showInvitation } from '#services/organizations/accept.ts'
import { claimOrganization, claimSheet, settleClaim } from '#services/organizations/claim.ts'
import { removeDepartment, saveDepartment } from '#services/organizations/departments.ts'
import { addDocument, removeDocument } from '#services/organizations/documents.ts'
import { editOrganization } from '#services/organizations/edit.ts'
import { foundOrganization } from '#services/organizations/found.ts'
import { inviteMember, resendInvitation, revokeInvitation } from '#services/organizations/invite.ts'
import { changeMember, handOver, leaveOrganization, removeMember } from '#services/organizations/members.ts'
import { showPeople } from '#services/organizations/people.ts'
import { liftRelation, relateOrganization } from '#services/organizations/relate.ts'
import { remindOfDocuments } from '#services/organizations/remind.ts'
import { showOrganization } from '#services/organizations/show.ts'
import { restoreOrganization, suspendOrganization } from '#services/organizations/suspend.ts'
import { askCapabilities, decideCapability } from '#services/organizations/verify.ts'
import { reportPilot } from '#services/pilots/report.ts'
import { requestAcceptance } from '#services/pilots/request-acceptance.ts'
import { showPilot } from '#services/pilots/show.ts'
import { signAcceptance } from '#services/pilots/sign.ts'
import { draftScenario } from '#services/scenarios/draft.ts'
import { submitScenario } from '#services/scenarios/submit.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import {
  draftedScenario,
  hospital,
  officer,
  passDeadline,
  revOf,
  scenarioContent,
} from '../support/factories.ts'
import { waitingLetters } from '../support/letters.ts'
import { biddenScenario, castOf, runningPilot } from '../support/trip.ts'
import { withCheckCharacter } from '../support/uscc.ts'

const { db, sql } = await testDatabase()
const ctx = testContext({ db })
const handler = as(ctx, await officer(db, 'handler'))
const approver = as(ctx, await officer(db, 'approver'))

let serial = 0
/** A conforming code that no test used before. */
function freshUscc(): string {
  serial += 1
  return withCheckCharacter(`91110108${String(serial).padStart(9, '0')}`)
}

async function someone(email = `${v7()}@example.cn`): Promise<Person> {
  const id = brand<AccountId>(v7())
  await db.insert(account).values({ id, name: '示例人', email, passwordHash: 'no password fits' })
  return reload({ accountId: id })
}

async function reload({ accountId }: { accountId: AccountId }): Promise<Person> {
  const { actor } = await loadReader(db, { accountId, provedAt: new Date() })
  if (actor.kind !== 'person') throw new Error('gone')
  return actor
}

const form = (over: object = {}) =>
  ({
    ...{
      uscc: freshUscc(),
      usccAsPrinted: false,
      name: '北京示例新单位',
      type: 'enterprise',
      industry: 'C34',
    },
    ...{ district: '110108', legalRepresentative: `法人${v7().slice(-8)}`, formKey: v7(), ...over },
  }) as Parameters<typeof foundOrganization>[1]

async function registered(over: object = {}) {
  const owner = await someone()
  const typed = form(over)
  const { id } = await foundOrganization(as(ctx, owner), typed)
  return { id, typed, owner: await reload(owner) }
}

const licence = (id: OrganizationId, validUntil?: string) =>
  ({
    id,
    kind: 'registration',
    number: 'L-1',
    issuer: '海淀市监局',
    validUntil,
    formKey: v7(),
  }) as Parameters<typeof addDocument>[1]

async function asking(capabilities: Capability[]) {
  const made = await registered()
  await addDocument(as(ctx, made.owner), licence(made.id))
  await askCapabilities(as(ctx, made.owner), { id: made.id, capabilities, formKey: v7() })
  return made
}

type Deed = 'grant' | 'endorse' | 'refuse' | 'revoke'
async function decision(id: OrganizationId, capability: Capability, deed: Deed) {
  const { requests, rev } = await showOrganization(handler, id)
  const request = requests.find(each => each.capability === capability)
  return { id, requestId: request?.id ?? 0, deed, reason: '证照与登记信息一致', rev, formKey: v7() }
}

async function verified(capabilities: Capability[]) {
  const made = await asking(capabilities)
  for (const capability of capabilities)
    await decideCapability(handler, await decision(made.id, capability, 'grant'))
  return { ...made, owner: await reload(made.owner) }
}

const rowOf = async (id: OrganizationId) => {
  const row = await findOrganization(db, id)
  if (!row) throw new Error('no such organisation')
  return row
}
const deedsOf = async (id: OrganizationId) => (await listHistory(db, 'organization', id)).map(row => row.deed)

describe('registration', () => {
  it('makes one organisation of one form, however often it is sent, with its sender as owner', async () => {
    const owner = await someone()
    const typed = form()
    const answers = await Promise.all([1, 2, 3].map(() => foundOrganization(as(ctx, owner), typed)))
    expect(new Set(answers.map(each => each.id)).size).toBe(1)
    const id = answers[0]?.id as OrganizationId
    expect(await rowOf(id)).toMatchObject({ status: 'registered', capabilities: [], source: 'platform' })
    expect((await listMembers(db, id)).map(each => each.role)).toEqual(['owner'])
    expect(await deedsOf(id)).toEqual(['found'])
  })

  it('lets one of two who register the same code at once in, and offers the other to claim it', async () => {
    const uscc = freshUscc()
    const answers = await Promise.allSettled(
      [1, 2].map(async () => foundOrganization(as(ctx, await someone()), form({ uscc }))),
    )
    expect(answers.filter(each => each.status === 'fulfilled')).toHaveLength(1)
    const [lost] = answers.flatMap(each => (each.status === 'rejected' ? [each.reason] : []))
    expect(lost).toMatchObject({ code: 'invalid', reason: 'organization.exists', path: 'uscc' })
  })

  it('keeps a code that does not conform with its explanation, and warns the officer', async () => {
    const uscc = '91350100M0001TGQXM'
    const { id } = await registered({ uscc, usccAsPrinted: true, usccNote: '证照上就是这样' })
    expect(await showOrganization(handler, id)).toMatchObject({ uscc, usccWarning: 'nonconforming' })
  })

  it('refuses what is empty, over-long or typed wrong, and visitors', async () => {
    const person = as(ctx, await someone())
    for (const over of [
      { name: '' },
      { name: '长'.repeat(121) },
      { uscc: '91110000802100433C' },
      { industry: 'Z99' },
    ])
      await expect(foundOrganization(person, form(over))).rejects.toThrow()
    await expect(foundOrganization(ctx, form())).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  it('is not there for strangers', async () => {
    const { id } = await registered()
    const stranger = as(ctx, await someone())
    for (const act of [
      () => showOrganization(stranger, id),
      () => showPeople(stranger, id),
      () => addDocument(stranger, licence(id)),
      () => askCapabilities(stranger, { id, capabilities: ['bid'], formKey: v7() }),
      () => leaveOrganization(stranger, { id, formKey: v7() }),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'notFound' })
  })

  it('drafts and previews matches before it is verified, and submits nothing', async () => {
    const { owner } = await registered()
    const own = as(ctx, owner)
    const { id } = await draftScenario(own, { ...scenarioContent(), formKey: v7() })
    await expect(matchesForScenario(own, { id })).resolves.toBeDefined()
    const submitting = submitScenario(own, { id, rev: await revOf(own, id), formKey: v7() })
    await expect(submitting).rejects.toMatchObject({ reason: 'organization.notVerified' })
  })
})

describe('claims', () => {
  const statement = '我是本单位设备科负责人，由我办理平台事项'

  it('are answered by the owner, and let the person in as an editor', async () => {
    const { id, typed, owner } = await registered()
    const person = await someone()
    const own = as(ctx, person)
    const claim = { uscc: typed.uscc, statement, formKey: v7() }
    await claimOrganization(own, claim)
    await claimOrganization(own, claim)
    expect((await claimSheet(own, typed.uscc)).askedAt).not.toBeNull()
    await expect(claimOrganization(own, { ...claim, formKey: v7() })).rejects.toMatchObject({
      reason: 'organization.claimWaiting',
    })
    const answer = {
      id,
      claimId: claim.formKey,
      answer: 'approved' as const,
      reason: '确认是本单位的人',
      formKey: v7(),
    }
    await expect(settleClaim(handler, answer)).rejects.toMatchObject({ reason: 'organization.unknown' })
    await settleClaim(as(ctx, owner), answer)
    expect((await reload(person)).memberships).toMatchObject([{ organizationId: id, role: 'editor' }])
  })

  it('wait at the bureau where there is no owner, and make the first one', async () => {
    const { id, typed, owner } = await registered()
    await db.delete(membership).where(eq(membership.accountId, owner.accountId))
    const person = await someone()
    const claimId = v7()
    await claimOrganization(as(ctx, person), { uscc: typed.uscc, statement, formKey: claimId })
    expect((await listMatters(db)).find(each => each.id === id)).toMatchObject({ status: 'claimed' })
    const answer = { id, claimId, reason: '证明材料齐全', formKey: v7() }
    await settleClaim(handler, { ...answer, answer: 'approved' })
    expect((await reload(person)).memberships).toMatchObject([{ organizationId: id, role: 'owner' }])
    const again = settleClaim(handler, { ...answer, answer: 'refused', formKey: v7() })
    await expect(again).rejects.toThrow()
  })
})

describe('verification', () => {
  it('needs a valid registration document, and the owner', async () => {
    const { id, owner } = await registered()
    const own = as(ctx, owner)
    const ask = { id, capabilities: ['bid'] as Capability[], formKey: v7() }
    await expect(askCapabilities(own, ask)).rejects.toMatchObject({
      reason: 'organization.notReadyForVerification',
    })
    await addDocument(own, licence(id, addDays(dayOf(ctx.now), -1)))
    await expect(askCapabilities(own, ask)).rejects.toMatchObject({
      reason: 'organization.notReadyForVerification',
    })
    await addDocument(own, licence(id, dayOf(ctx.now)))
    await askCapabilities(own, ask)
    await askCapabilities(own, ask)
    await expect(askCapabilities(own, { ...ask, formKey: v7() })).rejects.toMatchObject({
      reason: 'organization.askedAlready',
    })
    expect((await listMatters(db)).filter(each => each.id === id)).toMatchObject([{ status: 'asked' }])
  })

  it('moves it to verified with the first grant, and refuses the others by themselves', async () => {
    const { id, owner } = await asking(['bid', 'publishProducts'])
    await decideCapability(handler, await decision(id, 'bid', 'grant'))
    await decideCapability(handler, await decision(id, 'publishProducts', 'refuse'))
    expect(await rowOf(id)).toMatchObject({ status: 'verified', capabilities: ['bid'] })
    expect(await deedsOf(id)).toEqual(
      expect.arrayContaining(['verify', 'grant.bid', 'refuse.publishProducts']),
    )
    const told = await db.select().from(notification).where(eq(notification.accountId, owner.accountId))
    expect(told.map(each => each.event).sort()).toEqual(['organization.granted', 'organization.refused'])
    expect((await listMatters(db)).some(each => each.id === id)).toBe(false)
  })

  it('takes two different officers for the reward', async () => {
    const { id } = await asking(['receiveReward'])
    const grant = await decision(id, 'receiveReward', 'grant')
    await expect(decideCapability(handler, grant)).rejects.toMatchObject({ reason: 'officer.approverOnly' })
    await expect(decideCapability(approver, grant)).rejects.toMatchObject({
      reason: 'organization.requestSettled',
    })
    const both = as(ctx, await officer(db, 'handler', 'approver'))
    await decideCapability(both, await decision(id, 'receiveReward', 'endorse'))
    expect((await listMatters(db)).find(each => each.id === id)).toMatchObject({ status: 'endorsed' })
    await expect(decideCapability(both, await decision(id, 'receiveReward', 'grant'))).rejects.toMatchObject({
      reason: 'officer.fourEyes',
    })
    await decideCapability(approver, await decision(id, 'receiveReward', 'grant'))
    expect((await rowOf(id)).capabilities).toEqual(['receiveReward'])
    await decideCapability(both, await decision(id, 'receiveReward', 'revoke'))
    expect((await rowOf(id)).capabilities).toEqual([])
  })

  it('has one effect of two officers at once, and tells the stale page so', async () => {
    const { id } = await asking(['bid'])
    const [one, two] = [await decision(id, 'bid', 'grant'), await decision(id, 'bid', 'refuse')]
    const answers = await Promise.allSettled([decideCapability(handler, one), decideCapability(handler, two)])
    expect(answers.filter(each => each.status === 'fulfilled')).toHaveLength(1)
    const stale = await asking(['bid'])
    const old = await decision(stale.id, 'bid', 'grant')
    await addDocument(as(ctx, stale.owner), licence(stale.id))
    await expect(decideCapability(handler, old)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('starts again when name, code or legal representative change, and only then', async () => {
    const { id, typed, owner } = await verified(['bid'])
    const edit = async (over: object) =>
      editOrganization(as(ctx, owner), { ...typed, id, rev: (await rowOf(id)).rev, formKey: v7(), ...over })
    await edit({ district: '110105' })
    expect((await rowOf(id)).capabilities).toEqual(['bid'])
    await edit({ name: '北京示例改名有限公司' })
    expect(await rowOf(id)).toMatchObject({ status: 'verified', capabilities: [] })
    expect((await showOrganization(handler, id)).requests[0]).toMatchObject({
      capability: 'bid',
      status: 'asked',
    })
    await decideCapability(handler, await decision(id, 'bid', 'grant'))
    const stale = { ...typed, id, rev: 0, formKey: v7() }
    await expect(editOrganization(as(ctx, owner), stale)).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('a lapse and a suspension', () => {
  it('of the licence blocks submitting until it is renewed', async () => {
    const { id, owner } = await verified(['publishScenarios'])
    await db
      .update(organizationDocument)
      .set({ validUntil: '2020-01-01' })
      .where(eq(organizationDocument.organizationId, id))
    const lapsed = as(ctx, await reload(owner))
    const draft = await draftedScenario(ctx, { demand: lapsed.actor as Person })
    const submit = async (by: typeof ctx) =>
      submitScenario(by, { id: draft.id, rev: await revOf(by, draft.id), formKey: v7() })
    await expect(submit(lapsed)).rejects.toMatchObject({ reason: 'organization.documentLapsed' })
    await addDocument(lapsed, licence(id, addDays(dayOf(ctx.now), 300)))
    await submit(as(ctx, await reload(owner)))
  })

  it('reminds the owners once, thirty days ahead', async () => {
    const { id, owner } = await registered()
    await addDocument(as(ctx, owner), licence(id, addDays(dayOf(new Date()), 30)))
    await addDocument(as(ctx, owner), licence(id, addDays(dayOf(new Date()), 31)))
    await remindOfDocuments(db, ctx.now)
    await remindOfDocuments(db, ctx.now)
    const told = await db.select().from(notification).where(eq(notification.accountId, owner.accountId))
    expect(told.map(each => each.event)).toEqual(['organization.documentExpiring'])
  })

  it('by the approver stops new acts and can be lifted', async () => {
    const { id, owner } = await verified(['publishScenarios'])
    const at = async () => ({ id, reason: '核查中发现材料不实', rev: (await rowOf(id)).rev, formKey: v7() })
    await expect(suspendOrganization(handler, await at())).rejects.toMatchObject({
      reason: 'officer.approverOnly',
    })
    await suspendOrganization(approver, await at())
    const draft = await draftedScenario(ctx, { demand: await reload(owner) })
    const own = as(ctx, await reload(owner))
    const submit = { id: draft.id, rev: await revOf(own, draft.id), formKey: v7() }
    await expect(submitScenario(own, submit)).rejects.toMatchObject({ reason: 'organization.suspended' })
    await restoreOrganization(approver, await at())
    await submitScenario(as(ctx, await reload(owner)), submit)
  })
})

describe('documents and relations', () => {
  it('are removed once, and not by colleagues of another organisation', async () => {
    const [one, two] = [await registered(), await registered()]
    const document = licence(one.id)
    await addDocument(as(ctx, one.owner), document)
    const theft = { id: two.id, documentId: document.formKey, formKey: v7() }
    await expect(removeDocument(as(ctx, two.owner), theft)).rejects.toMatchObject({
      reason: 'organization.documentGone',
    })
    await removeDocument(as(ctx, one.owner), { ...theft, id: one.id })
    expect((await showOrganization(as(ctx, one.owner), one.id)).documents).toEqual([])
  })

  it('finds the same legal representative, takes what is declared, and lets only the bureau lift it', async () => {
    const legalRepresentative = '同一人'
    const [one, two] = [await registered({ legalRepresentative }), await registered({ legalRepresentative })]
    const found = (await reload(one.owner)).memberships[0]
    expect(found?.relatedTo).toEqual([two.id])
    const relation = { id: one.id, uscc: two.typed.uscc, kind: 'control' as const, formKey: v7() }
    await relateOrganization(as(ctx, one.owner), relation)
    await relateOrganization(as(ctx, one.owner), relation)
    await expect(
      relateOrganization(as(ctx, one.owner), { ...relation, uscc: one.typed.uscc, formKey: v7() }),
    ).rejects.toMatchObject({ reason: 'organization.relationSelf' })
    const lift = {
      id: one.id,
      otherId: two.id,
      kind: 'sameRepresentative' as const,
      reason: '同名不同人',
      formKey: v7(),
    }
    await expect(liftRelation(as(ctx, one.owner), lift)).rejects.toMatchObject({
      reason: 'officer.handlerOnly',
    })
    await liftRelation(handler, lift)
    expect((await showOrganization(handler, one.id)).relations).toMatchObject([{ kind: 'control' }])
  })
})

describe('people', () => {
  const invite = (id: OrganizationId, email: string) =>
    ({ id, email, role: 'editor', formKey: v7() }) as Parameters<typeof inviteMember>[1]
  const linkIn = async (email: string) =>
    (await waitingLetters(sql)).find(each => each.to === email && each.name === 'memberInvitation')?.token ??
    ''
  async function invited(id: OrganizationId, owner: Person, email: string) {
    const form = invite(id, email)
    await inviteMember(as(ctx, owner), form)
    return { invitationId: brand<InvitationId>(form.formKey), token: await linkIn(email) }
  }

  it('come by invitation: the address it was sent to, once, and no link in the database', async () => {
    const { id, owner } = await registered()
    const person = await someone()
    const { rows } = await findPerson(db, person.accountId)
    const email = rows[0]?.account.email ?? ''
    const { token, invitationId } = await invited(id, owner, email.toUpperCase())
    const [row] = await db.select().from(invitation).where(eq(invitation.id, invitationId))
    expect(JSON.stringify(row)).not.toContain(token)
    const queue = await sql`select payload from graphile_worker._private_jobs`
    expect(JSON.stringify(queue)).not.toContain(token)
    expect(await showInvitation(ctx, token)).toMatchObject({ isSignedIn: false, standing: 'open' })
    await expect(showInvitation(ctx, `${token.slice(0, -1)}_`)).rejects.toMatchObject({ code: 'notFound' })
    const stranger = as(ctx, await someone())
    await expect(acceptInvitation(stranger, { token, formKey: v7() })).rejects.toMatchObject({
      reason: 'invitation.otherAddress',
    })
    const answers = await Promise.allSettled(
      [1, 2].map(() => acceptInvitation(as(ctx, person), { token, formKey: v7() })),
    )
    expect(answers.filter(each => each.status === 'fulfilled')).toHaveLength(1)
    expect((await reload(person)).memberships).toMatchObject([{ organizationId: id, role: 'editor' }])
  })

  it('are not let in by an old, a revoked or an expired link', async () => {
    const { id, owner } = await registered()
    const person = await someone(`Late-${v7()}@example.cn`)
    const { rows } = await findPerson(db, person.accountId)
    const email = rows[0]?.account.email ?? ''
    const first = await invited(id, owner, email)
    const own = as(ctx, owner)
    await expect(inviteMember(own, invite(id, email))).rejects.toMatchObject({ reason: 'invitation.waiting' })
    await db
      .update(invitation)
      .set({ expiresAt: new Date(Date.now() - 1) })
      .where(eq(invitation.id, first.invitationId))
    const accept = (token: string) => acceptInvitation(as(ctx, person), { token, formKey: v7() })
    await expect(accept(first.token)).rejects.toMatchObject({ reason: 'invitation.expired' })
    await resendInvitation(own, { id, invitationId: first.invitationId, formKey: v7() })
    const second = await linkIn(email)
    await expect(accept(first.token)).rejects.toMatchObject({ code: 'notFound' })
    await revokeInvitation(own, { id, invitationId: first.invitationId, formKey: v7() })
    await expect(accept(second)).rejects.toMatchObject({ reason: 'invitation.revoked' })
    await expect(inviteMember(own, { ...invite(id, 'not an address') })).rejects.toThrow()
  })

  async function colleague(id: OrganizationId, role: 'owner' | 'editor' | 'viewer') {
    const person = await someone()
    await db.insert(membership).values({ accountId: person.accountId, organizationId: id, role })
    return reload(person)
  }

  it('keep an owner when two leave, or remove each other, at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const { id, owner } = await registered()
      const second = await colleague(id, 'owner')
      const both = [as(ctx, owner), as(ctx, second)]
      const answers =
        round % 2 === 0
          ? await Promise.allSettled(both.map(each => leaveOrganization(each, { id, formKey: v7() })))
          : await Promise.allSettled([
              removeMember(as(ctx, owner), { id, accountId: second.accountId, formKey: v7() }),
              removeMember(as(ctx, second), { id, accountId: owner.accountId, formKey: v7() }),
            ])
      expect(answers.filter(each => each.status === 'fulfilled')).toHaveLength(1)
      expect((await listMembers(db, id)).map(each => each.role)).toEqual(['owner'])
    }
  })

  it('are moved by owners only; the last owner stays until they hand over', async () => {
    const { id, owner } = await registered()
    const editor = await colleague(id, 'editor')
    const own = as(ctx, owner)
    await expect(leaveOrganization(own, { id, formKey: v7() })).rejects.toMatchObject({
      reason: 'organization.lastOwner',
    })
    const change = { id, accountId: editor.accountId, role: 'viewer' as const, formKey: v7() }
    await expect(changeMember(as(ctx, editor), change)).rejects.toMatchObject({
      reason: 'organization.ownerOnly',
    })
    await changeMember(own, change)
    await handOver(own, { id, accountId: editor.accountId, formKey: v7() })
    await leaveOrganization(own, { id, formKey: v7() })
    expect((await listMembers(db, id)).map(each => each.role)).toEqual(['owner'])
    // The page of a former owner, opened before: their actor still says owner.
    const late = { id, accountId: editor.accountId, role: 'viewer' as const, formKey: v7() }
    await expect(changeMember(own, late)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('do what their department is entrusted with, which does not vanish under them', async () => {
    const { id, owner } = await verified(['publishScenarios'])
    const own = as(ctx, owner)
    const editor = await colleague(id, 'editor')
    const departmentId = v7()
    await saveDepartment(own, { id, name: '设备科', duties: ['draft'], formKey: departmentId })
    await expect(
      saveDepartment(own, { id, name: '设备科', duties: ['sign'], formKey: v7() }),
    ).rejects.toMatchObject({
      reason: 'organization.departmentTwice',
    })
    const place = { id, accountId: editor.accountId, role: 'editor' as const, formKey: v7() }
    await changeMember(own, { ...place, departmentId: brand<DepartmentId>(departmentId) })
    const drafter = as(ctx, await reload(editor))
    const draft = await draftedScenario(ctx, { demand: drafter.actor as Person })
    const submit = { id: draft.id, rev: await revOf(drafter, draft.id), formKey: v7() }
    await expect(submitScenario(drafter, submit)).rejects.toMatchObject({
      reason: 'organization.noPublishDuty',
    })
    await submitScenario(own, submit)
    const removal = { id, departmentId: brand<DepartmentId>(departmentId), formKey: v7() }
    await expect(removeDepartment(own, removal)).rejects.toMatchObject({
      reason: 'organization.departmentNotEmpty',
    })
    const foreign = await registered()
    const theft = {
      id: foreign.id,
      accountId: foreign.owner.accountId,
      role: 'owner' as const,
      formKey: v7(),
    }
    await expect(
      changeMember(as(ctx, foreign.owner), { ...theft, departmentId: brand<DepartmentId>(departmentId) }),
    ).rejects.toMatchObject({ reason: 'organization.departmentUnknown' })
  })

  it('see addresses masked', async () => {
    const { id, owner } = await registered()
    const { members } = await showPeople(as(ctx, owner), id)
    expect(members[0]?.email).toMatch(/^.{1,2}•••@example\.cn$/)
    await expect(showPeople(as(ctx, await hospital(db)), id)).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('a pilot and a selection', () => {
  it('go on, respectively, through a suspension of both sides, and not to a related organisation', async () => {
    const cast = await castOf(ctx)
    const pilotId = await runningPilot(ctx, cast, [v7()])
    for (const { memberships } of [cast.demand, cast.firm]) {
      const id = memberships[0]?.organizationId as OrganizationId
      const { rev } = await rowOf(id)
      await suspendOrganization(approver, { id, reason: '核查期间暂停', rev, formKey: v7() })
    }
    const [demand, firm] = [as(ctx, await reload(cast.demand)), as(ctx, await reload(cast.firm))]
    const form = async () => ({ id: pilotId, rev: (await showPilot(demand, pilotId)).rev, formKey: v7() })
    const day = addDays(dayOf(ctx.now), -10)
    const hours = { scheduledHours: 10, availableHours: 9, tasks: 20, interventions: 0 }
    const report = { periodStart: day, periodEnd: day, ...hours, note: undefined }
    await reportPilot(firm, { id: pilotId, formKey: v7(), report })
    const metrics = await listPilotMetrics(db, pilotId)
    const measurements = metrics.map(({ position, target }) => ({
      position,
      measured: target,
      sample: '28 天',
    }))
    await requestAcceptance(firm, { ...(await form()), measurements })
    const signature = { opinion: '逐项核对，同意验收', affirmed: true, waivers: [] }
    await signAcceptance(demand, { ...(await form()), ...signature })
    expect(await signAcceptance(firm, { ...(await form()), ...signature })).toEqual({ accepted: true })
  })

  it('S28: a related bid is told to be so, and is not chosen even from an older page', async () => {
    const cast = await castOf(ctx)
    const { id, bidId } = await biddenScenario(ctx, cast)
    await passDeadline(db, id)
    const own = as(ctx, cast.demand)
    await openBids(own, { id, rev: await revOf(own, id), formKey: v7() })
    const choice = { id, bidId, reason: '现场适应性更好', debriefs: [], conflictFree: true }
    const page = { ...choice, rev: await revOf(own, id), formKey: v7() }
    const [demandId, firmId] = [cast.demand, cast.firm].map(each => each.memberships[0]?.organizationId)
    const uscc = (await rowOf(firmId as OrganizationId)).uscc ?? ''
    await relateOrganization(own, { id: demandId as OrganizationId, uscc, kind: 'control', formKey: v7() })
    await expect(selectBid(own, page)).rejects.toMatchObject({
      reason: 'bid.relatedOrganization',
      path: 'bidId',
    })
    const [shown] = (await showSelection(own, id)).bids
    expect(shown?.independent).toMatchObject({ reason: 'bid.relatedOrganization' })
    const relation = { otherId: firmId as OrganizationId, kind: 'control' as const, reason: '股权已转让' }
    await liftRelation(handler, { id: demandId as OrganizationId, ...relation, formKey: v7() })
    await selectBid(own, page)
  })
})
