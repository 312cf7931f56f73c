import type { WorkspaceRow } from '#db/queries/workspace.ts'

// public: a pure table; it reads nothing and changes nothing
/** Who has to act next on an object. */
export type Waits = 'me' | 'bureau' | 'firms' | 'demand' | 'supply' | 'nobody'

/** The one thing to do next, in words' keys (`workspace.act.<act>`); null when there is nothing for this side. */
export type Act =
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

export interface NextStep {
  waits: Waits
  act: Act | null
}

const me = (act: Act): NextStep => ({ waits: 'me', act })
const other = (waits: Exclude<Waits, 'me'>): NextStep => ({ waits, act: null })

/** What the lifecycle of each noun asks of this side now. */
export function nextStep(row: WorkspaceRow, now: Date): NextStep {
  switch (row.noun) {
    case 'scenario':
      return scenarioStep(row, now)
    case 'product':
      return productStep(row)
    case 'bid':
      return row.status === 'submitted' || row.status === 'opened' || row.status === 'shortlisted'
        ? other('demand')
        : other('nobody')
    case 'pilot':
      return row.side === 'supply' ? supplyStep(row) : demandStep(row)
    case 'claim':
      return claimStep(row)
  }
}

function scenarioStep({ status, due }: WorkspaceRow, now: Date): NextStep {
  if (status === 'draft') return me('finishDraft')
  if (status === 'returned') return me('mend')
  if (status === 'submitted') return other('bureau')
  if (status === 'published') return due && due <= now ? me('openBids') : other('firms')
  if (status === 'evaluating') return me('selectBid')
  return other(status === 'awarded' || status === 'piloting' ? 'supply' : 'nobody')
}

function productStep({ status, published }: WorkspaceRow): NextStep {
  if (status === 'draft') return me(published ? 'finishRevision' : 'finishDraft')
  if (status === 'returned') return me('mend')
  return other(status === 'submitted' ? 'bureau' : 'nobody')
}

function supplyStep({ status, signed, claimed }: WorkspaceRow): NextStep {
  if (status === 'agreed') return me('deploy')
  if (status === 'deploying') return me('startRun')
  if (status === 'running') return me('report')
  if (status === 'rework') return me('mendPilot')
  if (status === 'acceptanceRequested') return signed ? other('demand') : me('sign')
  return status === 'accepted' && !claimed ? me('claim') : other('nobody')
}

function demandStep({ status, signed }: WorkspaceRow): NextStep {
  if (status === 'acceptanceRequested') return signed ? other('supply') : me('sign')
  return other(['agreed', 'deploying', 'running', 'rework'].includes(status) ? 'supply' : 'nobody')
}

function claimStep({ status }: WorkspaceRow): NextStep {
  if (status === 'draft') return me('finishClaim')
  return other(['submitted', 'precheck', 'review', 'notice'].includes(status) ? 'bureau' : 'nobody')
}
