import { type CriterionId, criterionOf, isCriterionId, isSet } from '#domain/ontology/criteria.ts'
import type { Spec, Specs } from '#domain/ontology/requirement.ts'
import { robotCategories, tasks } from '#domain/ontology/tasks.ts'
import { formatValue, writeValue } from '#domain/ontology/values.ts'
import { importantCriteria } from '#domain/products/important-criteria.ts'
import { bandOf, isOffered, priceBasisIds } from '#domain/products/prices.ts'
import type { ProductDraft } from '#domain/products/product.ts'
import { specChanges } from '#domain/products/version-changes.ts'
import { certificateKinds } from '#domain/products/vocabulary.ts'
import { diffContent } from '#domain/shared/content-diff.ts'
import type { Source } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import { changeLabel, saidText } from '../review/said.tsx'
import { fieldLabel } from './field-labels.ts'
import type { SpokenChanges, SpokenSpec, SpokenSpecs } from './spoken.ts'
import type { CertificateLine, ProductPageView } from './view.ts'
import { bandPrice } from './words.ts'

/** What matters for the kind of robot, stated or not, and after it whatever else is stated. */
function speakSpecs(t: Translate, content: Pick<ProductDraft, 'category' | 'specs'>): SpokenSpecs {
  const specs: Specs = content.specs ?? {}
  const important = importantCriteria(content.category)
  const others = Object.keys(specs)
    .filter(isCriterionId)
    .filter(id => !important.includes(id))
  const lines = [...important, ...others].map(criterion => {
    const spec = specs[criterion]
    return {
      key: criterion,
      name: t.pick(criterionOf(criterion).label),
      spec: spec ? speakSpec(t, criterion, spec) : null,
    }
  })
  const stated = important.filter(id => specs[id]).length
  return { lines, stated, important: important.length, more: others.length }
}

/** In the unit that it shares with the fact `beside` it. */
function speakSpec(t: Translate, criterion: CriterionId, spec: Spec, beside?: Spec | null): SpokenSpec {
  const other = beside?.value ?? null
  const { value, unit } = writeValue(criterion, spec.value, t.locale, other)
  return {
    text: formatValue(criterion, spec.value, t.locale, other),
    ...{ value, unit: unit ?? null, isWords: isSet(spec.value) },
    ...{ grade: spec.grade, source: spec.source ?? null, proof: proofText(t, spec) },
  }
}

/** 示例检测中心，2026-05-12; which pilot it was is there only for those who may know. */
function proofText(t: Translate, { body, sourceDay, pilot, metric }: Spec): string | null {
  const parts = [body, sourceDay, pilot, metric].filter(Boolean)
  return parts.length === 0 ? null : parts.join(t.locale === 'zh' ? '，' : ', ')
}

/** Every difference of two versions: the typed facts in one unit on both sides, everything else in words. */
export function speakChanges(t: Translate, before: ProductDraft, after: ProductDraft): SpokenChanges {
  const { specs: oldSpecs, ...old } = before
  const { specs: newSpecs, ...now } = after
  return {
    specs: specChanges(oldSpecs, newSpecs).map(({ criterion, kind, grade, ...sides }) => ({
      key: criterion,
      name: t.pick(criterionOf(criterion).label),
      ...{ kind, grade },
      before: sides.before && speakSpec(t, criterion, sides.before, sides.after),
      after: sides.after && speakSpec(t, criterion, sides.after, sides.before),
    })),
    words: diffContent(old, now).map(change => ({
      key: `${change.field}.${change.row ?? ''}`,
      label: changeLabel(t, change),
      before: saidText(t, change.row ?? change.field, change.before),
      after: saidText(t, change.row ?? change.field, change.after),
    })),
  }
}

/** The product's page with its facts in words; the figures themselves stay here. */
export function speakProduct<
  V extends {
    content: ProductDraft
    source: Source
    missing: readonly { field: string; error: string }[]
    certificates: readonly CertificateLine[]
  },
>(t: Translate, view: V) {
  const { content, missing, certificates, ...rest } = view
  const { specs: _, ...words } = content
  return {
    ...rest,
    content: words,
    specs: speakSpecs(t, content),
    kindName: content.category ? t.pick(robotCategories[content.category].label) : null,
    taskNames: content.tasks.map(id => t.pick(tasks[id].label)),
    prices: speakPrices(t, content, view.source),
    missing: speakMissing(t, missing),
    certificates: certificates.map(row => ({ ...row, kindName: t.pick(certificateKinds[row.kind]) })),
  }
}

/**
 * What each form costs that the firm offers, or may offer. A firm that names no price to buy at is asked for one; of a
 * report, and of rent and services, what is not stated is 未披露.
 */
function speakPrices(t: Translate, content: ProductDraft, source: Source): ProductPageView['prices'] {
  return priceBasisIds.flatMap(basis => {
    const offered = isOffered(content, basis)
    if (offered === false || (offered === null && basis !== 'purchase')) return []
    const band = bandOf(content, basis)
    const open = basis === 'purchase' && source !== 'report' ? t('product.price.open') : null
    const term = t(`product.prices.${basis}.title`)
    return [{ key: basis, term, value: band ? bandPrice(t, basis, band) : open }]
  })
}

/** What is still missing, each field called as its form calls it. */
function speakMissing<M extends { field: string }>(t: Translate, missing: readonly M[]) {
  return missing.map(each => ({ ...each, label: fieldLabel(t, each.field) }))
}
