import type { SubmissionResult } from '@conform-to/react'
import type { Tally } from '#domain/matching/standing.ts'
import type { Track } from '../chart/track.tsx'

/** A scenario's line, with its page. */
export interface ScenarioLine {
  id: string
  title: string
  organization: string
  bidDeadline: Date | null
}

/** One of the three specifications that cost most, in the reader's words. */
export interface CostView {
  key: string
  name: string
  /** What is stated; null while it is not. */
  have: string | null
  alone: number
  together: number
  pending: number
  pendingAlone: number
  kept: readonly ScenarioLine[]
  joint: readonly ScenarioLine[]
  open: readonly ScenarioLine[]
  steps: readonly { key: string; text: string }[]
  peers: string
}

export interface GapView {
  scenario: ScenarioLine
  criterion: string
  need: string
  track: Track
  have: string
  gap: string
  note: string
}

/** A specification between demand and supply. */
export interface MarketLine {
  key: string
  name: string
  asked: number
  must: number
  need: string
  own: string | null
  peers: string
}

/** A control of the what-if form. */
export interface AskField {
  name: string
  label: string
  kind: 'number' | 'text' | 'yesNo' | 'choice' | 'set'
  unit: string
  hint: string
  options: readonly { value: string; label: string }[]
}

export interface AskView {
  /** Those that matter most stand open, the others are folded. */
  first: readonly AskField[]
  more: readonly AskField[]
  maturities: readonly { value: string; label: string }[]
  /** What the address holds, as it was typed. */
  typed: Record<string, unknown>
  errors: SubmissionResult | null
  most: number
}

export interface MovedLine {
  scenario: ScenarioLine
  before: { rank: number; score: number } | null
  after: { rank: number; score: number } | null
}

export interface AnswerView {
  before: number
  after: number
  enters: number
  loses: number
  settles: number
  moved: readonly MovedLine[]
  /** Changed as well, but not listed. */
  rest: number
}

export interface SpokenStanding {
  product: {
    id: string
    number: string | null
    title: string
    organization: string
    version: number
    isDraft: boolean
    isOwn: boolean
  }
  computed: number
  /** Scenarios whose work fits: what everything below is counted in. */
  working: number
  tally: Tally
  undisclosed: number
  costly: readonly CostView[]
  alsoCostly: number
  near: readonly GapView[]
  nearTotal: number
  all: boolean
  market: readonly MarketLine[]
  ask: AskView
  /** For the product's own firm alone. */
  exposure: ExposureView | null
  answer: AnswerView | null
}

/** How often a product was shown; `meanPosition` is null when it never was. */
export interface ExposureView {
  shown: number
  meanPosition: number | null
  days: number
}
