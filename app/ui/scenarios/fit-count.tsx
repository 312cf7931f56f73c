import type { FitCount as Count, MustCount } from '#domain/matching/fits.ts'
import { criterionOf } from '#domain/ontology/criteria.ts'
import { formatNeed } from '#domain/ontology/values.ts'
import type { Tri as Value } from '#domain/shared/tri.ts'
import { percent } from '../chart/bar.tsx'
import { Icon } from '../primitives/icon.tsx'
import { triIcon } from '../primitives/tri.tsx'
import { useT } from '../shell/dictionary.tsx'
import { type FitsView, useLiveFits } from './live-fits.ts'

/**
 * How many published products would fit, with denominators and with what each must rules out. Drawn by the server for
 * the draft as it was opened; where there is script it follows each save, and a form saves itself while it is typed.
 */
export function FitCount({
  saved,
  scenarioId,
  standing,
}: {
  saved: FitsView
  scenarioId: string
  /** A new one with every save. */
  standing: object
}) {
  const t = useT()
  const { shown, isStale } = useLiveFits(saved, { scenarioId, standing })
  return (
    <section className="fit" aria-labelledby="fit-title">
      <h2 id="fit-title" className="fit__title">
        {t('fit.title')}
      </h2>
      {shown.counted ? (
        <Counted count={shown.count} />
      ) : (
        <p aria-live="polite">{t('fit.reading', { read: t.number(shown.read) })}</p>
      )}
      {isStale && <p className="t13 red">{t('fit.stale')}</p>}
      <p className="t13 ink3">{t('fit.gate')}</p>
    </section>
  )
}

const parts = [
  ['fits', 'T'],
  ['open', 'U'],
  ['near', 'F'],
  ['ruledOut', 'F'],
] as const

function Counted({ count }: { count: Count }) {
  const t = useT()
  const { published, work, musts } = count
  const idle = musts.filter(must => must.unmet === 0)
  const figures = { published: t.number(published), work: t.number(work) }
  if (published === 0) return <p aria-live="polite">{t('fit.nobody')}</p>
  if (work === 0) return <p aria-live="polite">{t('fit.noWork', figures)}</p>
  return (
    <>
      <div aria-live="polite" aria-atomic="true">
        <p className="ink2">{t('fit.lead', figures)}</p>
        <dl className="fit__parts">
          {parts.map(([part, value]) => (
            <Part key={part} part={part} value={value} count={count[part]} work={work} />
          ))}
        </dl>
      </div>
      {musts.length === 0 ? (
        <p className="t14 ink2">{t('fit.noMusts')}</p>
      ) : (
        <>
          <h3 className="fit__title t14">{t('fit.musts')}</h3>
          <Musts musts={sorted(musts.filter(must => must.unmet > 0))} work={work} />
          {idle.length > 0 && (
            <details className="fit__rest">
              <summary>{t('fit.rest', { n: idle.length })}</summary>
              <Musts musts={idle} work={work} />
            </details>
          )}
        </>
      )}
    </>
  )
}

/** What rules out most comes first. */
const sorted = (musts: readonly MustCount[]) => [...musts].sort((a, b) => b.unmet - a.unmet)

interface PartProps {
  part: (typeof parts)[number][0]
  value: Value
  count: number
  work: number
}

function Part({ part, value, count, work }: PartProps) {
  const t = useT()
  return (
    <div className="fit__part" data-v={value}>
      <dt>
        <Icon name={triIcon[value]} />
        {t(`fit.${part}`)}
      </dt>
      <dd>
        <b className="num">{t.number(count)}</b>{' '}
        <span className="ink3">{t('fit.of', { work: t.number(work) })}</span>
      </dd>
      <span className="fit__bar" aria-hidden="true">
        <svg width={percent(count / work)} focusable="false" />
      </span>
    </div>
  )
}

function Musts({ musts, work }: { musts: readonly MustCount[]; work: number }) {
  if (musts.length === 0) return null
  return (
    <ul className="fit__musts">
      {musts.map((must, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two musts may ask for the very same.
        <Must key={`${must.criterion}.${index}`} must={must} work={work} />
      ))}
    </ul>
  )
}

function Must({ must, work }: { must: MustCount; work: number }) {
  const t = useT()
  const { criterion, need, unmet, alone, undisclosed } = must
  const name = t.pick(criterionOf(criterion).label)
  // That it can is all that is asked for.
  const what = need === true ? name : `${name} ${formatNeed(criterion, need, t.locale)}`
  const facts = { what, work: t.number(work) }
  const notes = [
    ...(alone > 0 ? [t('fit.alone', { alone: t.number(alone) })] : []),
    ...(undisclosed > 0 ? [t('fit.undisclosed', { undisclosed: t.number(undisclosed) })] : []),
  ]
  return (
    <li>
      {unmet > 0 ? t('fit.must', { ...facts, unmet: t.number(unmet) }) : t('fit.mustNone', facts)}
      {notes.map(note => (
        <small key={note}>{note}</small>
      ))}
    </li>
  )
}
