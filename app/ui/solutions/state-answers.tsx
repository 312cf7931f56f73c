import type { Translate } from '#i18n/translate.ts'
import { Badge } from '../primitives/badge.tsx'
import { useT } from '../shell/dictionary.tsx'
import { type Answer, StateLine } from '../shell/state-line.tsx'
import { readerCan } from './own-answers.ts'
import type { SolutionPageView } from './view.ts'

/** 页首四问 of a solution, for this reader. */
export function SolutionStateLine({ view }: { view: SolutionPageView }) {
  const t = useT()
  const { parts, content } = view
  const bundle = t('solution.bundle', { robots: parts.length, software: content.software.length })
  return (
    <StateLine
      where={whereOf(t, view)}
      state={{ strong: <Badge noun="solution" status={view.status} />, note: bundle }}
      can={view.reader === 'public' ? { strong: t('solution.can.read') } : readerCan(t, view)}
      waits={waitsOf(t, view)}
    />
  )
}

function whereOf(t: Translate, { status, version: n, isPublic }: SolutionPageView): Answer {
  if (isPublic && status !== 'published')
    return {
      strong: status === 'draft' ? t('solution.where.revision', { n }) : t(`solution.where.${status}`),
      note: t('solution.whereNote.revision'),
    }
  const note = status === 'returned' ? 'draft' : status
  return { strong: t(`solution.where.${status}`), note: t(`solution.whereNote.${note}`, { n }) }
}

function waitsOf(t: Translate, { status, parts }: SolutionPageView): Answer {
  if (status === 'submitted')
    return { strong: t('solution.waits.office'), note: t('solution.waits.officeNote') }
  if (status !== 'draft' && status !== 'returned') return { strong: t('solution.waits.nobody') }
  const n = parts.filter(({ consent }) => consent === 'asked' || consent === 'declined').length
  return n > 0
    ? { strong: t('solution.waits.partners'), note: t('solution.waits.partnersNote', { n }) }
    : { strong: t('solution.waits.self'), note: t('solution.waits.selfNote') }
}
