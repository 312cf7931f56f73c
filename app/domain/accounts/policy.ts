import { type Actor, holds } from '../shared/actor.ts'
import { type Verdict, when } from '../shared/verdict.ts'

/** 信箱: only people of a demo have one; to everybody else the page does not exist. */
export function canReadMailbox(account: { demo: boolean } | null): Verdict {
  return when(account?.demo === true, 'mailbox.unknown')
}

/** The demo's bureau sees every letter that the demo sent, others those to themselves. */
export function seesAllMail(actor: Actor): boolean {
  return holds(actor, 'handler', 'approver', 'auditor', 'administrator')
}
