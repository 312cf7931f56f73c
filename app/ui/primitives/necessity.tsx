import { useT } from '../shell/dictionary.tsx'

/** 必须 or 期望; an acceptance metric says 必达. */
export function Necessity({ must, metric }: { must: boolean; metric?: boolean }) {
  const t = useT()
  const word = must ? (metric ? 'mandatory' : 'must') : 'should'
  return (
    <span className="must" data-m={must ? 'must' : 'should'}>
      {t(`common.necessity.${word}`)}
    </span>
  )
}
