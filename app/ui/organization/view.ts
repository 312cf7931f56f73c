import type { SubmissionResult } from '@conform-to/react'
import type { Verdict } from '#domain/shared/verdict.ts'
import type {
  Capability,
  DocumentKind,
  Duty,
  MemberRole,
  OrganizationStatus,
  OrganizationType,
  RelationKind,
  Source,
} from '#domain/vocabulary.ts'
import type { RefusalView } from '../form/stale-note.tsx'

/** What an action answers when the form stays open. */
export type Answer = { submission: SubmissionResult; refusal: RefusalView | null } | undefined

export interface RequestRow {
  id: number
  capability: Capability
  status: 'asked' | 'endorsed' | 'granted' | 'refused' | 'revoked'
  askedAt: Date
  endorser: string | null
  decider: string | null
  decidedAt: Date | null
  reason: string | null
  can: Record<'grant' | 'endorse' | 'refuse' | 'revoke', Verdict>
}

export interface DocumentView {
  id: string
  kind: DocumentKind
  number: string
  issuer: string
  validUntil: string | null
  standing: 'valid' | 'expiring' | 'expired'
}

export type OrganizationAct = 'edit' | 'addDocument' | 'ask' | 'relate' | 'lift' | 'suspend' | 'restore'

/** The organisation's page. */
export interface OrganizationView {
  id: string
  rev: number
  status: OrganizationStatus
  source: Source
  name: string
  nameEn: string | null
  uscc: string | null
  usccNote: string | null
  usccWarning: 'nonconforming' | 'innerCheck' | null
  type: OrganizationType | null
  industry: string | null
  district: string | null
  region: string | null
  legalRepresentative: string | null
  capabilities: readonly Capability[]
  role: MemberRole | null
  duties: readonly Duty[]
  documents: readonly DocumentView[]
  lapsedOn: string | null
  requests: readonly RequestRow[]
  claims: readonly { id: string; at: Date; can: Verdict }[]
  relations: readonly { id: string; name: string; kind: RelationKind; isDeclared: boolean }[]
  missing: readonly string[]
  askable: readonly Capability[]
  can: Record<OrganizationAct, Verdict>
  history: readonly { deed: string; at: Date; by: string; reason: string | null }[]
  formKey: string
}

export interface DepartmentView {
  id: string
  name: string
  duties: readonly Duty[]
  people: number
}

export interface MemberView {
  accountId: string
  name: string
  email: string
  role: MemberRole
  department: string | null
  departmentId: string | null
  since: Date
  isSelf: boolean
}

export interface PeopleView {
  organization: { id: string; name: string }
  members: readonly MemberView[]
  departments: readonly DepartmentView[]
  invitations: readonly {
    id: string
    email: string
    role: MemberRole
    department: string | null
    expiresAt: Date
    standing: 'open' | 'expired' | 'accepted' | 'revoked'
  }[]
  can: { manage: Verdict; leave: Verdict; contact: Verdict }
  formKey: string
}
