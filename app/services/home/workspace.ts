import { listNotifications } from '#db/queries/notifications.ts'
import type { WorkspaceRow } from '#db/queries/workspace.ts'
import { listWorkspace } from '#db/queries/workspace.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'
import type { Detail } from '#domain/shared/verdict.ts'
import type { Capability, MemberRole, OrganizationStatus, Source } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { permit } from '../refusal.ts'
import { type NextStep, nextStep } from './next-step.ts'

export interface WorkspaceItem extends WorkspaceRow, NextStep {}

export interface WorkspaceNotice {
  id: string
  event: string
  params: Detail
  noun: string
  objectId: string
  at: Date
  isRead: boolean
}

export interface Workspace {
  person: string
  organizations: {
    id: OrganizationId
    name: string
    role: MemberRole
    status: OrganizationStatus
    source: Source
    capabilities: readonly Capability[]
  }[]
  /** Which halves of the page there are: the organisation's capabilities, and what it already has. */
  sides: { demand: boolean; supply: boolean }
  /** What waits for the reader, the most pressing first. */
  waiting: WorkspaceItem[]
  items: Record<WorkspaceRow['noun'], WorkspaceItem[]>
  notices: WorkspaceNotice[]
  canEdit: boolean
  now: Date
}

const noticesShown = 6

/** Who has nothing yet may begin on either side: 起草 does not wait for the verification. */
const sidesOf = (sides: Workspace['sides']): Workspace['sides'] =>
  sides.demand || sides.supply ? sides : { demand: true, supply: true }

/** 单位工作台: what waits for me, then everything my organisations have under way. Other firms' bids are not in it. */
export async function showWorkspace(ctx: Context): Promise<Workspace> {
  const { actor, now } = ctx
  permit(isSignedIn(actor))
  const memberships = actor.kind === 'person' ? actor.memberships : []
  const [rows, notices] = await Promise.all([
    listWorkspace(
      ctx.db,
      memberships.map(each => each.organizationId),
    ),
    actor.kind === 'person' ? listNotifications(ctx.db, actor.accountId, noticesShown) : [],
  ])
  const items = rows.map(row => ({ ...row, ...nextStep(row, now) }))
  const of = (noun: WorkspaceRow['noun']) =>
    items.filter(item => item.noun === noun).sort((a, b) => liveliness(a) - liveliness(b))
  const able = (...wanted: Capability[]) =>
    memberships.some(each => wanted.some(capability => each.capabilities.includes(capability)))
  const canEdit = memberships.some(each => each.role !== 'viewer')
  return {
    person: actor.kind === 'person' ? actor.name : '',
    organizations: memberships.map(({ organizationId: id, name, role, status, source, capabilities }) => ({
      ...{ id, name, role, status, source, capabilities },
    })),
    sides: sidesOf({
      demand: able('publishScenarios') || items.some(item => item.side === 'demand'),
      supply: able('publishProducts', 'bid') || items.some(item => item.side === 'supply'),
    }),
    waiting: canEdit ? items.filter(item => item.waits === 'me').sort(byPressure) : [],
    items: {
      scenario: of('scenario'),
      product: of('product'),
      bid: of('bid'),
      pilot: of('pilot'),
      claim: of('claim'),
    },
    notices: notices.map(({ id, event, params, noun, objectId, createdAt, readAt }) => ({
      ...{ id, event, params, noun, objectId },
      at: createdAt,
      isRead: readAt !== null,
    })),
    canEdit,
    now,
  }
}

/** One's own turn first, then what is under way, then what has ended; within each the last touched stay first. */
function liveliness({ waits }: WorkspaceItem): number {
  if (waits === 'me') return 0
  return waits === 'nobody' ? 2 : 1
}

/** What holds others up comes before one's own drafts; among equals, what has waited longest. */
const pressure: Record<NonNullable<NextStep['act']>, number> = {
  openBids: 0,
  selectBid: 0,
  sign: 0,
  mend: 1,
  mendPilot: 1,
  deploy: 2,
  startRun: 2,
  report: 3,
  claim: 4,
  finishClaim: 4,
  finishRevision: 5,
  finishDraft: 5,
}

function byPressure(a: WorkspaceItem, b: WorkspaceItem): number {
  const rank = (item: WorkspaceItem) => (item.act ? pressure[item.act] : 9)
  return rank(a) - rank(b) || a.updatedAt.getTime() - b.updatedAt.getTime()
}
