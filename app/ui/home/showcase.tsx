import { paths } from '#paths'
import { CaseLine } from '../pattern/middle-line.tsx'
import { SourceTag } from '../primitives/tags.tsx'
import { nameOf } from '../scenarios/words.ts'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Phrase } from '../shell/phrases.tsx'
import { Section } from '../shell/section.tsx'
import type { ShowcaseView } from './view.ts'

const figuresShown = 3

/** 目录里的一例: before and after of one published entry, straight from its pilot's metrics. */
export function ShowcaseSection({ entry }: { entry: ShowcaseView }) {
  const t = useT()
  return (
    <Section title={t('home.case.title')} note={t('home.case.note')}>
      <div className="case">
        <p className="case__h t20">{entry.title}</p>
        <p className="case__who">
          <span>
            <Phrase>{nameOf(t, entry.demand)}</Phrase> × <Phrase>{nameOf(t, entry.supply)}</Phrase>
          </span>
          <SourceTag source={entry.source} />
        </p>
        <CaseLine
          before={t('home.case.before')}
          after={t('home.case.after')}
          figures={entry.metrics.slice(0, figuresShown).map((metric, index) => ({
            key: metric.name,
            what: metric.name,
            before: t.number(metric.baseline),
            beforeUnit: metric.unit,
            after: t.number(metric.measured),
            afterUnit: [metric.unit, metric.sample].filter(Boolean).join(t.locale === 'zh' ? '，' : ', '),
            big: index === 0,
          }))}
        />
        <p className="t14 mt4">
          <Link href={paths.entry(entry.id)}>{t('home.case.see')}</Link>
        </p>
      </div>
    </Section>
  )
}
