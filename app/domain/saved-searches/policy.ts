import { isSignedIn } from '../organizations/policy.ts'
import type { Actor } from '../shared/actor.ts'
import type { AccountId } from '../shared/ids.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, when } from '../shared/verdict.ts'
import { mostSavedSearches } from './kept.ts'

/** 保存搜索 is anybody's who is signed in: it needs no organisation and no office. */
export function canKeepSearches(actor: Actor): Verdict {
  return isSignedIn(actor)
}

/** A saved search is its owner's alone; for everybody else it is not there. */
export function canSeeSavedSearch(actor: Actor, owner: AccountId): Verdict {
  const own = actor.kind === 'person' && actor.accountId === owner
  return all(isSignedIn(actor), when(own, 'savedSearch.unknown'))
}

/** One more, beside so many that there are. */
export function canKeepAnother(kept: number): Verdict {
  return when(kept < mostSavedSearches, 'savedSearch.tooMany', { most: mostSavedSearches })
}
