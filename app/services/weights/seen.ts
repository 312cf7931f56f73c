import type { AccountId, WeightsProposalId } from '#domain/shared/ids.ts'
import type { SeenPreview } from '#domain/weights/seen.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'

/** Sets these apart from whatever else is sealed under the same key. */
const purpose = 'weightsPreview'

/** Which page it was: one reader's, of one proposal at one revision. */
interface Page {
  proposalId: WeightsProposalId
  rev: number
  accountId: AccountId
}

type Sealed = Page & { purpose: typeof purpose; seen: SeenPreview }

/** The page's own note of what it showed, which goes with its form and nobody can write but the platform. */
// public: it is part of a page whose verb has asked who reads
export function sealSeen({ vault }: Pick<Context, 'vault'>, page: Page, seen: SeenPreview): string {
  const { seq, at, preview } = seen
  const sealed: Sealed = { purpose, ...page, seen: { seq, at, preview } }
  return vault.seal(JSON.stringify(sealed))
}

/** What this reader's page of this proposal showed; a form of any other page, or without one, is refused. */
// public: part of `publishWeights`, which has asked who may
export function openSeen({ vault }: Pick<Context, 'vault'>, sealed: string, page: Page): SeenPreview {
  const { seen, ...about } = opened(vault, sealed)
  const fits =
    about.purpose === purpose &&
    about.proposalId === page.proposalId &&
    about.rev === page.rev &&
    about.accountId === page.accountId
  if (!fits || !seen) throw new Refusal('conflict', 'weights.notSeen')
  return seen
}

function opened(vault: Context['vault'], sealed: string): Partial<Sealed> {
  try {
    return JSON.parse(vault.open(sealed))
  } catch {
    return {}
  }
}
