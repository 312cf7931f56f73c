import type { Heat } from '#domain/matching/heat.ts'
import { type CriterionId, criterionOf, isCriterionId } from '#domain/ontology/criteria.ts'
import type { Specs } from '#domain/ontology/requirement.ts'
import { units } from '#domain/ontology/units.ts'
import { formatValue } from '#domain/ontology/values.ts'
import { mostChanges } from '#domain/standing/what-if.ts'
import { maturities, maturityIds } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import { needText } from './needs.ts'
import type { AskField, AskView } from './view.ts'

interface AskData extends Pick<AskView, 'typed' | 'errors'> {
  specs: Specs
  heat: readonly Heat[]
  costly: readonly CriterionId[]
}

const shownFirst = 6

/** The controls of 试一试: what costs most first, then what is asked for most; nothing else would change anything. */
export function speakAsk(t: Translate, { specs, heat, costly, typed, errors }: AskData): AskView {
  const asked = heat.map(each => each.criterion)
  // What was typed keeps its place in the form, though no scenario asks for it.
  const kept = Object.keys(typed).filter(isCriterionId)
  const order = [...new Set<CriterionId>([...costly, ...asked, 'deliveryWeeks', ...kept])]
  const fields = order.map(criterion =>
    fieldOf(t, { criterion, specs, heat: heat.find(each => each.criterion === criterion) }),
  )
  return {
    first: fields.slice(0, shownFirst),
    more: fields.slice(shownFirst),
    maturities: maturityIds.map(value => ({ value, label: t.pick(maturities[value]) })),
    typed,
    errors,
    most: mostChanges,
  }
}

function fieldOf(
  t: Translate,
  { criterion, specs, heat }: { criterion: CriterionId; specs: Specs; heat: Heat | undefined },
): AskField {
  const { kind, label, unit, options = {} } = criterionOf(criterion)
  const spec = specs[criterion]
  const have = spec
    ? t('standing.hint.now', { have: formatValue(criterion, spec.value, t.locale) })
    : t('standing.hint.open')
  const labelled = (id: string) => ({ value: id, label: options[id] ? t.pick(options[id]) : id })
  return {
    name: criterion,
    label: t.pick(label),
    kind: controlOf[kind],
    unit: t.pick(units[unit].label),
    hint: heat ? t('standing.hint.asked', { have, need: needText(t, heat) }) : have,
    options: Object.keys(options).map(labelled),
  }
}

const controlOf = { number: 'number', range: 'text', boolean: 'yesNo', choice: 'choice', set: 'set' } as const
