import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { type Step, Timeline } from '../primitives/timeline.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import type { SolutionPageView } from './view.ts'

/** Every version this reader may see, the newest first. */
export function VersionList({ view }: { view: SolutionPageView }) {
  const t = useT()
  const several = view.versions.length > 1
  const steps = view.versions.map((line): Step => {
    const words = [
      line.publishedAt
        ? t('solution.version.publishedAt', { time: t.date(line.publishedAt) })
        : t('solution.version.draft'),
      line.isPublic && t('solution.version.public'),
      several && line.isShown && t('solution.version.shown'),
    ]
    const name = t('solution.part.version', { n: line.version })
    return {
      key: String(line.version),
      state: line.publishedAt ? 'done' : 'now',
      title: line.isShown ? (
        name
      ) : (
        <Link href={paths.solution(view.id, { version: line.version })}>{name}</Link>
      ),
      time: words.filter(Boolean).join(t.locale === 'zh' ? '，' : ', '),
      at: line.publishedAt?.toISOString(),
    }
  })
  return (
    <>
      <h3 className="aside__head">{t('solution.part.versions')}</h3>
      <Timeline steps={steps} />
      <p className="t13 ink3 mt2">{t('solution.version.note')}</p>
    </>
  )
}

/** 进程, for the firm and the bureau. */
export function SolutionProcess({ view }: { view: SolutionPageView }) {
  const t = useT()
  if (view.history.length === 0) return null
  return (
    <>
      <h3 className="aside__head">{t('solution.part.process')}</h3>
      <Timeline steps={view.history.map((step, index) => stepOf(t, step, { index, reader: view.reader }))} />
    </>
  )
}

function stepOf(
  t: Translate,
  { deed, at, by, reason }: SolutionPageView['history'][number],
  { index, reader }: { index: number; reader: SolutionPageView['reader'] },
): Step {
  const office = deed === 'publish' || deed === 'return'
  // The firm deals with the bureau, not with one of its officers by name.
  const name = office && reader === 'member' ? t('solution.process.office') : by
  const why = reason ? t('solution.process.reason', { reason }) : null
  return {
    key: `${index}-${deed}`,
    state: deed === 'return' || deed === 'withdraw' || deed === 'decline' ? 'stop' : 'done',
    title: t.maybe(`solution.deed.${deed}`) ?? deed,
    time: t.moment(at),
    at: at.toISOString(),
    who: [name, why].filter(Boolean).join(t.locale === 'zh' ? '，' : ', '),
  }
}
