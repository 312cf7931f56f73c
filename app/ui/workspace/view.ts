import type { Detail } from '#domain/shared/verdict.ts'
import type { Capability, MemberRole, OrganizationStatus, Source } from '#domain/vocabulary.ts'

export type WorkNoun = 'scenario' | 'product' | 'bid' | 'pilot' | 'claim'

export type WorkAct =
  | 'finishDraft'
  | 'mend'
  | 'openBids'
  | 'selectBid'
  | 'finishRevision'
  | 'deploy'
  | 'startRun'
  | 'report'
  | 'sign'
  | 'mendPilot'
  | 'claim'
  | 'finishClaim'

/** One object of an organisation's home, with who has to act next. */
export interface WorkItem {
  noun: WorkNoun
  id: string
  number: string | null
  title: string
  status: string
  side: 'demand' | 'supply'
  counterpart: string | null
  due: Date | null
  updatedAt: Date
  waits: 'me' | 'bureau' | 'firms' | 'demand' | 'supply' | 'nobody'
  act: WorkAct | null
}

export interface WorkspaceView {
  person: string
  organizations: readonly {
    id: string
    name: string
    role: MemberRole
    status: OrganizationStatus
    source: Source
    capabilities: readonly Capability[]
  }[]
  sides: { demand: boolean; supply: boolean }
  waiting: readonly WorkItem[]
  items: Record<WorkNoun, readonly WorkItem[]>
  notices: readonly {
    id: string
    event: string
    params: Detail
    noun: string
    objectId: string
    at: Date
    isRead: boolean
  }[]
  canEdit: boolean
  now: Date
}
