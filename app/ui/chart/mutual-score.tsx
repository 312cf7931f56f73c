import { useT } from '../shell/dictionary.tsx'
import { percent } from './bar.tsx'

/** The mutual score with its two sides meeting at the middle line: demand to the left, supply to the right. 0–100. */
export function MutualScore({ score, demand, supply }: { score: number; demand: number; supply: number }) {
  const t = useT()
  return (
    <div className="score">
      <span className="m num">{score}</span>
      <span className="lab">{t('common.score.mutual')}</span>
      <svg className="score__two" aria-hidden="true" focusable="false">
        <rect className="score__empty" width="100%" height="10" />
        <rect
          className="score__demand"
          x={percent(0.5 - demand / 200)}
          width={percent(demand / 200)}
          height="10"
        />
        <rect className="score__supply" x="50%" width={percent(supply / 200)} height="10" />
        <line className="score__mid" x1="50%" x2="50%" y1="-5" y2="15" />
      </svg>
      <div className="score__lab">
        <span className="num">{t('common.score.demand', { score: demand })}</span>
        <span className="num">{t('common.score.supply', { score: supply })}</span>
      </div>
    </div>
  )
}
