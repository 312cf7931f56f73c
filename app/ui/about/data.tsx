import { type CriterionId, criteria, criterionIds, criterionOf } from '#domain/ontology/criteria.ts'
import { criterionHelp } from '#domain/ontology/criterion-help.ts'
import { units } from '#domain/ontology/units.ts'
import { evidenceGradeIds, evidenceGrades, sourceIds, sources } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { GradeTag } from '../primitives/tags.tsx'
import { Tri } from '../primitives/tri.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import { AboutPage } from './about-page.tsx'
import { FactsTable } from './facts-table.tsx'
import { Taxonomies } from './taxonomies.tsx'

const answers = ['T', 'U', 'F'] as const

/** 数据定义: what the platform's words and figures mean. */
export function DataPage() {
  const t = useT()
  const word = t('about.data.word')
  const meaning = t('about.data.meaning')
  return (
    <AboutPage topic="data">
      <Section title={t('about.data.sources')}>
        <FactsTable
          caption={t('about.data.sources')}
          heads={[word, meaning]}
          rows={sourceIds.map(id => ({
            key: id,
            cells: [t.pick(sources[id]), t(`about.data.source.${id}`)],
          }))}
        />
      </Section>
      <Section title={t('about.data.names')} note={t('about.data.namesNote')}>
        <p className="prose">
          {t('about.data.namesText')} <Link href={paths.concepts()}>{t('about.data.namesLink')}</Link>
        </p>
      </Section>
      <Section title={t('about.data.answers')} note={t('about.data.answersNote')}>
        <FactsTable
          caption={t('about.data.answers')}
          heads={[word, meaning]}
          rows={answers.map(id => ({
            key: id,
            cells: [<Tri key={id} value={id} />, t(`about.data.answer.${id}`)],
          }))}
        />
      </Section>
      <Section title={t('about.data.grades')} note={t('about.data.gradesNote')}>
        <FactsTable
          caption={t('about.data.grades')}
          heads={[word, meaning]}
          rows={[
            ...evidenceGradeIds.map(id => ({
              key: id,
              cells: [<GradeTag key={id} grade={id} />, t(`about.data.grade.${id}`)],
            })),
            { key: 'none', cells: [<GradeTag key="none" grade={null} />, t('about.data.grade.none')] },
          ]}
        />
        <p className="t13 ink3 mt3">
          {t('about.data.gradesCount', { n: evidenceGradeIds.length })}{' '}
          {evidenceGradeIds
            .map(id => `${id} ${t.pick(evidenceGrades[id])}`)
            .join(t.locale === 'zh' ? '、' : ', ')}
        </p>
      </Section>
      <Section title={t('about.data.figures')}>
        <ul className="prose about__list">
          <li>{t('about.data.figureCall')}</li>
          <li>{t('about.data.figurePilot')}</li>
          <li>{t('about.data.figureEntry')}</li>
          <li>{t('about.data.figureReport')}</li>
          <li>{t('about.data.money')}</li>
          <li>{t('about.data.time')}</li>
        </ul>
      </Section>
      <Section
        title={t('about.data.criteria')}
        note={t('about.data.criteriaNote', { n: criterionIds.length })}
      >
        <details>
          <summary className="blue t14">{t('about.data.criteriaAll')}</summary>
          <FactsTable
            caption={t('about.data.criteria')}
            heads={[word, t('about.data.unit'), t('about.data.identifier'), meaning]}
            rows={criterionIds.map(id => ({
              key: id,
              cells: [
                t.pick(criteria[id].label),
                units[criterionOf(id).unit].label[t.locale] || '—',
                <code key={id}>{id}</code>,
                meaningOf(t, id),
              ],
            }))}
          />
        </details>
        <p className="t14 mt3">
          <Link href={paths.formula()}>{t('about.data.howCompared')}</Link>
        </p>
      </Section>
      <Taxonomies />
    </AboutPage>
  )
}

/** The help line, the options to choose from, and the standard it comes from. */
function meaningOf(t: Translate, id: CriterionId): string {
  const { kind, options = {}, standard } = criterionOf(id)
  const stop = t.locale === 'zh' ? '。' : '. '
  const choices = Object.values(options).map(t.pick)
  const listed = kind === 'set' || id === 'peopleDensity' || id === 'humanContact'
  return [t.pick(criterionHelp[id]), listed && choices.join(t.locale === 'zh' ? '、' : ', '), standard]
    .filter(Boolean)
    .join(stop)
}
