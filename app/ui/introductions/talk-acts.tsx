import { createContext, type ReactNode, useContext } from 'react'
import { paths } from '#paths'
import { SubmitButton } from '../form/submit-button.tsx'
import { Badge } from '../primitives/badge.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { Link } from '../shell/link.tsx'
import type { SpokenTalk, SpokenTalks } from './view.ts'

const Talks = createContext<SpokenTalks>({})

/** What this reader may say to the other side of each match; nothing for a stranger. */
export function TalkProvider({ talks, children }: { talks: SpokenTalks; children: ReactNode }) {
  return <Talks.Provider value={talks}>{children}</Talks.Provider>
}

/** The forms of one candidate: invite or offer, ask for what is unknown, and what was sent before; `boxed` in a row of its own. */
export function TalkActs({ id, boxed = false }: { id: string; boxed?: boolean }) {
  const talk = useContext(Talks)[id]
  if (!talk) return null
  const acts = (
    <>
      <IntroduceForm talk={talk} />
      <InquireForm talk={talk} />
    </>
  )
  return boxed ? <div className="acts">{acts}</div> : acts
}

/** 邀请 or 自荐: a page with the match and a few words; beside it the last one and how it stands. */
export function IntroduceForm({ talk: { introduce, last, closed } }: { talk: SpokenTalk }) {
  return (
    <>
      {introduce && (
        <ButtonLink look="line" size="sm" href={introduce.href}>
          {introduce.text}
        </ButtonLink>
      )}
      {last && (
        <span className="t13">
          <Link href={last.href}>{last.text}</Link> <Badge noun="introduction" status={last.status} />
        </span>
      )}
      {closed && <span className="t13 ink3">{closed}</span>}
    </>
  )
}

/** 待确认: one click asks the firm for everything that is still open. */
export function InquireForm({ talk: { ask, asked } }: { talk: SpokenTalk }) {
  return (
    <>
      {ask && (
        <form method="post" action={paths.inquiries()} className="deed">
          <input type="hidden" name="scenarioId" value={ask.scenarioId} />
          <input type="hidden" name="productId" value={ask.productId} />
          {ask.criteria.map(criterion => (
            <input key={criterion} type="hidden" name="criteria" value={criterion} />
          ))}
          <SubmitButton look="line" size="sm">
            {ask.text}
          </SubmitButton>
        </form>
      )}
      {asked && (
        <span className="t13">
          <Link href={asked.href}>{asked.text}</Link>
        </span>
      )}
    </>
  )
}
