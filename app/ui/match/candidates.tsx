import type { ReactNode } from 'react'
import type { ExplainedMatch, NearMiss as NearMatch, Remark } from '#domain/matching/match.ts'
import { formatNeed } from '#domain/ontology/values.ts'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { MutualScore } from '../chart/mutual-score.tsx'
import { Ruler } from '../chart/ruler.tsx'
import { Candidate } from '../pattern/candidate.tsx'
import { NearMiss } from '../pattern/near-miss.tsx'
import { type MatchReason, Reasons } from '../pattern/reasons.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { SourceTag, Tag } from '../primitives/tags.tsx'
import { stageText } from '../products/words.ts'
import { useT } from '../shell/dictionary.tsx'
import { gapText, rulerRows, trackOf } from './ruler-rows.tsx'
import type { CandidateView, MatchSide, PartyView } from './view.ts'
import { fieldsText, haveOf, remarkText, subjectText } from './words.ts'

const hrefOf = (side: MatchSide, id: string) =>
  side === 'forScenario' ? paths.product(id) : paths.scenario(id)

/** 0 to 1 as the page says it: 0 to 100. */
export const points = (score: number) => Math.round(score * 100)

/** From the third candidate on unknown rows are folded: the first two show what is still to be asked. */
const unfoldedFirst = 2

export interface CandidatesProps {
  side: MatchSide
  list: readonly CandidateView[]
  now: Date
  /** Whether the reader's own firm could bid on these scenarios. */
  mayBid: boolean
}

export function Candidates({ side, list, now, mayBid }: CandidatesProps) {
  const t = useT()
  return list.map(({ party, match }, index) => {
    const rows = rulerRows(t, match.demandRows)
    return (
      <Candidate
        key={party.id}
        rank={t('match.rank', { n: index + 1 })}
        title={party.title}
        href={hrefOf(side, party.id)}
        organization={party.organization}
        tags={<PartyTags party={party} now={now} />}
        score={
          <MutualScore
            score={points(match.score)}
            demand={points(match.demand)}
            supply={points(match.supply)}
          />
        }
        ruler={
          rows.length > 0 ? (
            <Ruler name={party.title} rows={rows} fold={index >= unfoldedFirst} />
          ) : (
            <p className="t14 ink3 match__none">{t('match.noRuler')}</p>
          )
        }
        reasons={<Reasons pros={remarks(t, match.reasons)} cons={remarks(t, match.risks)} />}
        actions={<Acts side={side} party={party} mayBid={mayBid} />}
      />
    )
  })
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

function remarks(t: Translate, list: readonly Remark[]): MatchReason[] {
  return list.map(remark => ({
    key: `${remark.key}-${remark.needField}-${remark.haveField}`,
    text: remarkText(t, remark),
    fields: fieldsText(t, remark),
  }))
}

/** 差一点: the one must that fails, by how much, and what change would bring it in. */
export function NearMisses({
  side,
  list,
  now,
}: {
  side: MatchSide
  list: readonly CandidateView<NearMatch>[]
  now: Date
}) {
  const t = useT()
  return list.map(({ party, match }) => {
    const { gap } = match
    const row = { subject: gap.criterion, need: gap.need, have: gap.have }
    const failed = match.demandRows.find(each => each.subject === gap.criterion && each.state === 'F')
    return (
      <NearMiss
        key={party.id}
        title={party.title}
        href={hrefOf(side, party.id)}
        organization={party.organization}
        tags={<PartyTags party={party} now={now} />}
        criterion={subjectText(t, gap.criterion)}
        need={failed ? rulerRows(t, [failed])[0]?.need : ''}
        track={trackOf(failed ?? { ...row, state: 'F', ratio: 0 })}
        have={t('common.ruler.failed', { have: haveOf(t, row) })}
        gap={gapText(t, match)}
        note={[othersText(t, match), easedText(t, side, match)]
          .filter(Boolean)
          .join(t.locale === 'zh' ? '' : ' ')}
      />
    )
  })
}

function othersText(t: Translate, { demandRows, gap }: NearMatch): string {
  const musts = demandRows.filter(row => row.necessity === 'must' && row.subject !== gap.criterion)
  if (musts.length === 0) return ''
  const count = (state: ExplainedMatch['verdict']) => musts.filter(row => row.state === state).length
  return t('match.rest', { met: count('T'), unknown: count('U') })
}

/** On the scenario's page what the scenario could ask instead, on the product's what the product would have to reach. */
function easedText(t: Translate, side: MatchSide, { gap }: NearMatch): string {
  if (gap.difference === null) return ''
  const target = side === 'forScenario' ? gap.have : gap.need
  if (typeof target !== 'number') return ''
  return t(`match.${side}.ifEased`, { need: ` ${formatNeed(gap.criterion, target, t.locale)}` })
}
