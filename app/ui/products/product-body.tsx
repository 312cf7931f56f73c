import { Fragment } from 'react'
import type { Grant } from '#domain/products/funding.ts'
import { fundingLevels } from '#domain/products/vocabulary.ts'
import { commercialForms, domains, fundingAnswers, maturities } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import { type Fact, FactGrid } from '../pattern/fact-grid.tsx'
import { Prose } from '../scenarios/prose.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { Section } from '../shell/section.tsx'
import { SpecsTable } from './specs-table.tsx'
import type { ProductPageView } from './view.ts'
import { listText } from './words.ts'

/** What the product says, section by section; what is not said is shown as such. */
export function ProductBody({ view }: { view: ProductPageView }) {
  const t = useT()
  const { content, reader, source, specs } = view
  const absent = t(source === 'report' ? 'common.undisclosed' : 'product.part.notYet')
  const { lines, stated, important, more } = specs
  return (
    <>
      <Section title={t('product.part.summary')}>
        <Prose text={content.summary} absent={absent} />
      </Section>
      <Section
        title={t('product.part.specs')}
        note={t(more > 0 ? 'product.part.specsNoteMore' : 'product.part.specsNote', {
          stated,
          total: important,
          more,
        })}
      >
        <MeasuredNote evidence={view.evidence} />
        <SpecsTable lines={lines} />
      </Section>
      <Section title={t('product.part.uses')}>
        <FactGrid facts={factsOf(t, view)} />
      </Section>
      {reader !== 'public' && source !== 'report' && (
        <Section title={t('product.part.funding')} note={t('product.part.fundingNote')}>
          <p>{content.funding ? t.pick(fundingAnswers[content.funding]) : absent}</p>
          {content.grants && content.grants.length > 0 && (
            <FactGrid
              facts={content.grants.map((grant, index) => ({
                key: `${index}-${grant.programme}`,
                term: grant.programme,
                value: grantText(t, grant),
              }))}
            />
          )}
        </Section>
      )}
    </>
  )
}

/** 国家级，某部门，2021年，金额未披露 */
function grantText(t: Translate, { level, from, year, amountFen }: Grant): string {
  const amount = amountFen === undefined ? t('product.part.grantAmount') : t.yuan(amountFen)
  return listText(
    t,
    [t.pick(fundingLevels[level]), from ?? '', year ? String(year) : '', amount].filter(Boolean),
  )
}

/** 在 N 个试点中实测, and where it can be read: the published entries of those pilots, never a pilot itself. */
function MeasuredNote({ evidence: { measuredIn, entries } }: { evidence: ProductPageView['evidence'] }) {
  const t = useT()
  if (measuredIn === 0) return null
  const open = entries.filter(each => each.isSource)
  return (
    <p className="t14 mb2">
      {t('product.evidence.measuredIn', { n: measuredIn })}
      {open.map(entry => (
        <Fragment key={entry.id}>
          {' '}
          <Link href={paths.entry(entry.id)}>{entry.number ?? entry.title}</Link>
        </Fragment>
      ))}
    </p>
  )
}

/** Facts that a product cannot be submitted without. */
const required: readonly string[] = ['category', 'domains', 'tasks', 'maturity']

function factsOf(t: Translate, view: ProductPageView): Fact[] {
  const undisclosed = <span className="unsaid">{t('common.undisclosed')}</span>
  const notYet = <span className="unsaid">{t('product.part.notYet')}</span>
  const { content, reader, source } = view
  const { maturity, trl, model, regions } = content
  const answers = {
    category: view.kindName,
    model,
    domains: listText(
      t,
      content.domains.map(id => t.pick(domains[id])),
    ),
    tasks: listText(t, view.taskNames),
    maturity: maturity && t.pick(maturities[maturity]),
    trlTerm: trl === undefined ? undefined : t('product.fact.trlText', { n: trl }),
    forms: listText(
      t,
      content.commercialForms.map(id => t.pick(commercialForms[id])),
    ),
    regions,
  }
  const fact = (key: keyof typeof answers): Fact => {
    const mustFill = required.includes(key) && reader === 'member' && source !== 'report'
    return { key, term: t(`product.fact.${key}`), value: answers[key] || (mustFill ? notYet : undisclosed) }
  }
  const uses = ['category', 'model', 'domains', 'tasks', 'maturity', 'trlTerm'] as const
  const prices = view.prices.map(price => ({ ...price, value: price.value ?? undisclosed }))
  return [...uses.map(fact), ...prices, fact('forms'), fact('regions')]
}
