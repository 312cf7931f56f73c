import type { Vote } from '#domain/recommendations/recommendation.ts'
import { districts } from '#domain/vocabulary.ts'
import { Timeline } from '../primitives/timeline.tsx'
import { isDistrict } from '../scenarios/words.ts'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'

export interface OpinionView {
  vote: Vote
  opinion: string
  at: Date
  /** Null for the parties, who deal with the district. */
  by: string | null
  district: string | null
}

/** 区级推荐意见 in its own place on the object's page. */
export function OpinionSection({ opinions }: { opinions: readonly OpinionView[] }) {
  const t = useT()
  if (opinions.length === 0) return null
  return (
    <Section title={t('recommendation.title')} note={t('recommendation.note')}>
      <Opinions opinions={opinions} />
    </Section>
  )
}

export function Opinions({ opinions }: { opinions: readonly OpinionView[] }) {
  const t = useT()
  const office = ({ district }: OpinionView) =>
    isDistrict(district) ? t('recommendation.by', { district: t.pick(districts[district]) }) : null
  return (
    <Timeline
      steps={opinions.map((each, index) => ({
        key: String(index),
        state: each.vote === 'oppose' ? ('stop' as const) : ('done' as const),
        title: t(`recommendation.vote.${each.vote}`),
        time: t.moment(each.at),
        at: each.at.toISOString(),
        who: (
          <>
            <span className="lines">{each.opinion}</span>
            <br />
            <span className="ink3">{[office(each), each.by].filter(Boolean).join(' · ')}</span>
          </>
        ),
      }))}
    />
  )
}
