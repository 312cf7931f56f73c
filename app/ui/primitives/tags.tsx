import type { ReactNode } from 'react'
import {
  type DomainId,
  domains,
  type EvidenceGrade,
  evidenceGrades,
  type Source,
  sources,
} from '#domain/vocabulary.ts'
import { useT } from '../shell/dictionary.tsx'
import { DomainIcon } from './icon.tsx'

/** 领域: its colour always comes with its icon and its name. */
export function DomainTag({ domain }: { domain: DomainId }) {
  const t = useT()
  return (
    <span className="dom" data-domain={domain}>
      <DomainIcon domain={domain} />
      <b>{t.pick(domains[domain])}</b>
    </span>
  )
}

/** Where a record comes from. The platform's own records carry no tag. */
export function SourceTag({ source }: { source: Source }) {
  const t = useT()
  if (source === 'platform') return null
  return <span className={source === 'demo' ? 'src src--demo' : 'src'}>{t.pick(sources[source])}</span>
}

/** Any other boxed word, such as a maturity. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="src">{children}</span>
}

/** 证据等级 A–D; null is an undisclosed fact. */
export function GradeTag({ grade }: { grade: EvidenceGrade | null }) {
  const t = useT()
  return (
    <span className="grade" data-g={grade ?? '0'}>
      <b>{grade ?? '—'}</b>
      {grade ? t.pick(evidenceGrades[grade]) : t('common.undisclosed')}
    </span>
  )
}
