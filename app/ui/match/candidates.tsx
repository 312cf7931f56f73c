import type { ReactNode } from 'react'
import { paths } from '#paths'
import { MutualScore } from '../chart/mutual-score.tsx'
import { Ruler } from '../chart/ruler.tsx'
import { TalkActs } from '../introductions/talk-acts.tsx'
import { Candidate } from '../pattern/candidate.tsx'
import { NearMiss } from '../pattern/near-miss.tsx'
import { Reasons } from '../pattern/reasons.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { SourceTag, Tag } from '../primitives/tags.tsx'
import { stageText } from '../products/words.ts'
import { useT } from '../shell/dictionary.tsx'
import { StayLink } from '../shell/link.tsx'
import { Worked } from './formula.tsx'
import type { MatchSide, NearView, OpenedView, PartyView, RankedView } from './view.ts'

const hrefOf = (side: MatchSide, id: string) =>
  side === 'forScenario' ? paths.product(id) : paths.scenario(id)

/** Where a candidate stands on the page: an address with it leads there without JavaScript too. */
const placeOf = (id: string) => `match-${id}`

/** From the third candidate on unknown rows are folded: the first two show what is still to be asked. */
const unfoldedFirst = 2

export interface CandidatesProps {
  side: MatchSide
  list: readonly RankedView[]
  now: Date
  /** Whether the reader's own firm could bid on these scenarios. */
  mayBid: boolean
  /** The address at which a candidate is opened, by its id; with null none is. */
  opening: (open: string | null) => string
}

export function Candidates({ side, list, now, mayBid, opening }: CandidatesProps) {
  const t = useT()
  return list.map((candidate, index) => {
    const { party, score, demand, supply, rows, wishes, pros, cons, opened, placed } = candidate
    return (
      <Candidate
        key={party.id}
        id={placeOf(party.id)}
        rank={
          <>
            {t('match.rank', { n: index + 1 })}
            {placed && <span className="match__placed">{placed}</span>}
          </>
        }
        title={party.title}
        href={hrefOf(side, party.id)}
        organization={party.organization}
        tags={<PartyTags party={party} now={now} />}
        score={<MutualScore score={score} demand={demand} supply={supply} />}
        ruler={
          <div>
            {rows.length > 0 ? (
              <Ruler name={party.title} rows={rows} fold={index >= unfoldedFirst} />
            ) : (
              <p className="t14 ink3 match__none">{t('match.noRuler')}</p>
            )}
            {wishes && <p className="t13 ink3 match__wishes">{wishes}</p>}
            <p className="match__open match__turn">
              <StayLink
                href={`${opening(opened ? null : party.id)}#${placeOf(party.id)}`}
                aria-expanded={opened !== null}
                aria-label={t(opened ? 'match.closeOf' : 'match.openOf', { name: party.title })}
              >
                {t(opened ? 'match.close' : 'match.open')}
              </StayLink>
            </p>
            {opened && <Opened candidate={candidate} opened={opened} />}
          </div>
        }
        reasons={<Reasons pros={pros} cons={cons} />}
        actions={<Acts side={side} party={party} mayBid={mayBid} />}
      />
    )
  })
}

/** What would change the verdict, how the score comes about, where the facts are from. */
function Opened({ candidate, opened }: { candidate: RankedView; opened: OpenedView }) {
  const t = useT()
  return (
    <>
      {opened.wishes.length > 0 && (
        <Ruler name={t('match.wishesOf', { name: candidate.party.title })} rows={opened.wishes} />
      )}
      <Change change={opened.change} />
      <Worked candidate={candidate} worked={opened.worked} />
      <Proofs proofs={opened.proofs} />
    </>
  )
}

/** 证据出处: where the stated facts can be checked. */
function Proofs({ proofs }: Pick<OpenedView, 'proofs'>) {
  const t = useT()
  if (proofs.length === 0) return null
  return (
    <details className="match__detail" open>
      <summary>{t('match.proofs', { n: proofs.length })}</summary>
      <dl className="match__proofs">
        {proofs.map(({ key, fact, text, href }) => (
          <div key={key}>
            <dt>{fact}</dt>
            <dd>
              {href ? (
                <a href={href} rel="noopener noreferrer nofollow">
                  {text}
                </a>
              ) : (
                text
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

const signs = { decides: '?', lifts: '↑', bounds: '↔', tight: '↓', settled: '＝' } as const

/** 什么会改变结论. */
function Change({ change }: Pick<OpenedView, 'change'>) {
  const t = useT()
  return (
    <div className="match__change">
      <h4>{t('match.change.title')}</h4>
      <ul className="why">
        {change.map(({ key, kind, text, fields }) => (
          <li key={key} data-k={kind}>
            <b aria-hidden="true">{signs[kind]}</b>
            <span>
              {text}
              {fields && <small>{fields}</small>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Acts({ side, party, mayBid }: { side: MatchSide; party: PartyView; mayBid: boolean }) {
  const t = useT()
  return (
    <>
      <ButtonLink look="line" size="sm" href={hrefOf(side, party.id)}>
        {t(`match.${side}.see`)}
      </ButtonLink>
      {side === 'forProduct' && mayBid && party.bidDeadline && (
        <ButtonLink look="line" size="sm" href={paths.scenarioBidNew(party.id)}>
          {t('match.forProduct.bid')}
        </ButtonLink>
      )}
      <TalkActs id={party.id} />
    </>
  )
}

export function PartyTags({ party, now }: { party: PartyView; now: Date }): ReactNode {
  const t = useT()
  const { source, sourceUrl, maturity, trl, bidDeadline } = party
  return (
    <>
      <SourceTag source={source} />
      {maturity && <Tag>{stageText(t, maturity, trl)}</Tag>}
      {source === 'report' && sourceUrl && (
        <a href={sourceUrl} rel="noopener noreferrer nofollow">
          {t('match.source')}
        </a>
      )}
      {bidDeadline && (
        <span className="num">
          {t('match.deadline', { left: t.left(bidDeadline, now), time: t.moment(bidDeadline) })}
        </span>
      )}
    </>
  )
}

/** 差一点: the one must that fails, by how much, and what change would bring it in. */
export function NearMisses({ side, list, now }: { side: MatchSide; list: readonly NearView[]; now: Date }) {
  return list.map(({ party, ...words }) => (
    <NearMiss
      key={party.id}
      title={party.title}
      href={hrefOf(side, party.id)}
      organization={party.organization}
      tags={<PartyTags party={party} now={now} />}
      actions={<TalkActs id={party.id} boxed />}
      {...words}
    />
  ))
}
