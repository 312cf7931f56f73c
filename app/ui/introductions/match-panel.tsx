import { paths } from '#paths'
import { MutualScore } from '../chart/mutual-score.tsx'
import { Reasons } from '../pattern/reasons.tsx'
import { Tri } from '../primitives/tri.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import type { SpokenMatch } from './view.ts'

/** The match that goes with an introduction: score, verdict, gap, what is unknown, first reasons and risks. */
export function MatchPanel({ match, sent }: { match: SpokenMatch; sent: boolean }) {
  const t = useT()
  const { score, demand, supply, verdict, standing, pros, cons, gap, unknown, weights, productVersion } =
    match
  return (
    <Section
      title={t(sent ? 'introduction.page.match' : 'introduction.form.match')}
      note={
        <>
          {t(sent ? 'introduction.page.matchNote' : 'introduction.form.matchNote', {
            weights,
            version: productVersion,
          })}{' '}
          <Link href={paths.formula({ version: weights })}>{t('introduction.page.formula')}</Link>
        </>
      }
    >
      <MutualScore score={score} demand={demand} supply={supply} />
      <h3 className="mt3">
        {t(`introduction.standing.${standing}`)} · <Tri value={verdict} />
      </h3>
      {gap && <p className="mt3">{gap}</p>}
      {unknown && <p className="mt3">{t('introduction.page.unknown', { criteria: unknown })}</p>}
      {(pros.length > 0 || cons.length > 0) && (
        <div className="mt4">
          <Reasons pros={pros} cons={cons} />
        </div>
      )}
    </Section>
  )
}
