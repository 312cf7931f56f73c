import type { InquiryStatus } from '#domain/inquiries/lifecycle.ts'
import type { WithholdReason } from '#domain/inquiries/reasons.ts'
import type { Direction } from '#domain/introductions/introduction.ts'
import type { IntroductionStatus } from '#domain/introductions/lifecycle.ts'
import type { DeclineReason } from '#domain/introductions/reasons.ts'
import type { MatchSnapshot, Standing } from '#domain/introductions/snapshot.ts'
import type { CriterionId, CriterionValue, Necessity } from '#domain/ontology/criteria.ts'
import type { Tri } from '#domain/shared/tri.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { SpokenReason } from '../match/view.ts'

type Waits = 'demand' | 'supply' | 'nobody'

interface Line {
  scenarioId: string
  title: string
  productId: string
  product: string
  demand: string
  supply: string
  at: Date
  waits: Waits
  isMine: boolean
}

export interface IntroductionLineView extends Line {
  id: string
  direction: Direction
  status: IntroductionStatus
  score: number
  verdict: Tri
  standing: Standing
  dueOn: string | null
  closesAt: Date | null
}

export interface InquiryLineView extends Line {
  id: string
  status: InquiryStatus
  criterion: CriterionId
  necessity: Necessity
  need: CriterionValue
  stated: CriterionValue | null
  verdict: Tri
  closesAt: Date | null
}

/** An inquiry in the reader's words: the ontology stays where it is. */
export interface SpokenInquiry extends Omit<InquiryLineView, 'criterion' | 'need' | 'stated'> {
  /** 载重 ≥ 100 kg */
  need: string
  stated: string | null
}

export type Counts = Record<'introductions' | 'inquiries', { all: number; waiting: number }>

export interface ListsView {
  introductions: readonly IntroductionLineView[]
  inquiries: readonly InquiryLineView[]
  counts: Counts
}

export interface SpokenLists {
  introductions: readonly IntroductionLineView[]
  inquiries: readonly SpokenInquiry[]
  counts: Counts
}

export interface RateView {
  inTime: number
  cases: number
  share: number | null
}

/** The match of an introduction in the reader's words; scores are whole points of 100. */
export interface SpokenMatch {
  score: number
  demand: number
  supply: number
  verdict: Tri
  standing: Standing
  pros: readonly SpokenReason[]
  cons: readonly SpokenReason[]
  gap: string | null
  unknown: string | null
  weights: number
  productVersion: number
}

interface About {
  direction: Direction
  scenario: { id: string; number: string | null; title: string; organization: string }
  product: { id: string; name: string; version: number; organization: string }
  match: MatchSnapshot
  closesAt: Date | null
  dueOn: string | null
}

export interface IntroductionView extends About {
  id: string
  rev: number
  status: IntroductionStatus
  message: string | null
  sentAt: Date
  decidedAt: Date | null
  reason: DeclineReason | null
  note: string | null
  side: 'sender' | 'receiver' | 'officer'
  isClosed: boolean
  isShown: boolean
  steps: readonly { deed: string; at: Date; by: string | null }[]
  can: Record<'answer' | 'withdraw', Verdict>
  formKey: string
}

export interface SheetView extends About {
  can: Verdict
  isVerified: boolean
  formKey: string
}

export type Spoken<V extends About> = Omit<V, 'match'> & { match: SpokenMatch }

interface FactView {
  id: string
  status: InquiryStatus
  criterion: CriterionId
  necessity: Necessity
  need: CriterionValue
  stated: CriterionValue | null
  verdict: Tri
}

export interface InquiryView extends FactView {
  rev: number
  scenario: { id: string; number: string | null; title: string; organization: string }
  product: { id: string; name: string; organization: string; status: string; isShown: boolean }
  askedAt: Date
  decidedAt: Date | null
  reason: WithholdReason | null
  note: string | null
  closesAt: Date | null
  isClosed: boolean
  side: 'demand' | 'supply' | 'officer'
  all: readonly FactView[]
  pairVerdict: Tri | null
  can: Record<'withhold' | 'revise', Verdict>
  formKey: string
}

interface SpokenFact {
  id: string
  status: InquiryStatus
  necessity: Necessity
  need: string
  stated: string | null
  verdict: Tri
}

export type SpokenInquiryView = Omit<InquiryView, 'criterion' | 'need' | 'stated' | 'all'> &
  SpokenFact & { all: readonly SpokenFact[] }

/** What the reader may say to the other side of one pair, in words. */
export interface SpokenTalk {
  introduce: { text: string; href: string } | null
  last: { status: IntroductionStatus; text: string; href: string } | null
  ask: { text: string; scenarioId: string; productId: string; criteria: readonly string[] } | null
  asked: { text: string; href: string } | null
  /** Why nothing may be sent, where that is not plain from what was sent before. */
  closed: string | null
}

export type SpokenTalks = Readonly<Record<string, SpokenTalk>>

/** A sentence with a link: what is said between a page's object and its other side. */
export interface TalkNoteView {
  text: string
  link: { text: string; href: string } | null
}
