import { Alert } from '../primitives/alert.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import type { ProposalView } from './view.ts'
import { signed } from './words.ts'

/** What learned weights gained on a later time, and whether that is more than chance. */
export function LessonShown({ learned: { lesson } }: { learned: NonNullable<ProposalView['learned']> }) {
  const t = useT()
  const { gain, advised, split, scenarios, pairs } = lesson
  const points = (value: number) => signed(t, Math.round(value * 1000) / 1000)
  return (
    <Section title={t('weights.lesson.title')} top>
      <div className="stack">
        <Alert
          tone={advised ? 'blue' : 'red'}
          title={t(advised ? 'weights.lesson.advised' : 'weights.lesson.notAdvised')}
        >
          <p>{t(advised ? 'weights.lesson.advisedText' : 'weights.lesson.notAdvisedText')}</p>
        </Alert>
        <p className="prose">
          {t('weights.lesson.gain', {
            before: t.number(gain.before, 3),
            after: t.number(gain.after, 3),
            difference: points(gain.difference),
            low: points(gain.low),
            high: points(gain.high),
            n: gain.scenarios,
          })}
        </p>
        <p className="t14 ink2">{t('weights.lesson.how', { split: t.date(split), scenarios, pairs })}</p>
        <p className="t14 ink2">{t('weights.lesson.bias')}</p>
      </div>
    </Section>
  )
}
