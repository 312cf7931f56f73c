import './concepts.css'
import { useT } from '../shell/dictionary.tsx'
import type { ProgressView } from './view.ts'

/** How far the search index has followed a version: n of m documents. */
export function IndexProgress({ progress, version }: { progress: ProgressView; version: number }) {
  const t = useT()
  const { done, total, finishedAt } = progress
  if (finishedAt) return <p className="t14 ink2">{t('concept.progress.done', { version, done })}</p>
  if (total === null) return <p className="t14">{t('concept.progress.waiting')}</p>
  return (
    <div className="stack">
      <p className="t14" aria-live="polite">
        {t('concept.progress.running', { version, done, total })}
      </p>
      <progress
        className="conceptbar"
        max={Math.max(1, total)}
        value={Math.min(done, total)}
        aria-label={t('concept.progress.label')}
      />
    </div>
  )
}
