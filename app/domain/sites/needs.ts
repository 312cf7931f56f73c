import type { CriterionId, CriterionValue } from '../ontology/criteria.ts'
import { isSet } from '../ontology/criteria.ts'
import type { Requirement, RequirementDraft } from '../ontology/requirement.ts'
import type { ScenarioDraft } from '../scenarios/scenario.ts'
import type { Locale } from '../shared/localized.ts'
import { partlyMeasured, withDerived } from './derive.ts'
import { type SiteFactId, siteFactIds } from './facts.ts'
import { siteProse } from './lines.ts'
import type { SiteProfile } from './site.ts'

/** How many needs a scenario may state. */
const mostNeeds = 30

/**
 * What a robot must be able to do to work at this site, as far as the site is known: a door of 900 mm asks for a
 * robot that passes 900 mm, a slope of 6° for one that climbs 6°. What is unknown, and what the site does not have,
 * asks for nothing. Lists of places count as `withDerived` has them.
 */
export function requirementsOf(profile: SiteProfile): Requirement[] {
  const site = withDerived(profile)
  return siteFactIds.flatMap(criterion => {
    const value = neededFor(site, criterion)
    return value === undefined ? [] : [{ criterion, necessity: 'must' as const, value }]
  })
}

function neededFor(site: SiteProfile, id: SiteFactId): CriterionValue | undefined {
  const value = site.facts[id]
  if (id === 'passageWidthMm') return narrowest(site)
  if (value === undefined || value === false || value === 0) return undefined
  if (id === 'network') return networksNeeded(value)
  // A robot for places without people needs nothing for them.
  if (id === 'peopleDensity' && value === 'none') return undefined
  return value
}

/** The door of a lift that has to be taken is a door on the way. */
function narrowest({ facts, liftDoorMm }: SiteProfile): number | undefined {
  const door = facts.passageWidthMm
  const doors = [door, facts.elevator === true ? liftDoorMm : undefined].filter(
    each => typeof each === 'number',
  )
  return doors.length === 0 ? undefined : Math.min(...doors)
}

/** 仅内网 and 断网运行 bind every robot; of several connections one is enough, so only a single one is a need. */
const binding = ['intranet', 'offline']

function networksNeeded(value: CriterionValue): CriterionValue | undefined {
  if (!isSet(value)) return undefined
  const connections = value.filter(each => !binding.includes(each))
  const needed = value.filter(each => binding.includes(each) || connections.length === 1)
  return needed.length === 0 ? undefined : needed
}

/** A criterion for which the draft and the site say different things. */
export interface SiteDeviation {
  criterion: SiteFactId
  /** What the author wrote; null where they named the criterion and left the value open. */
  typed: CriterionValue | null
  /** What the site asks for. */
  site: CriterionValue
}

/** Where the needs that were written differ from those the site implies; what is not written differs in nothing. */
export function deviationsOf(requirements: readonly RequirementDraft[], site: SiteProfile): SiteDeviation[] {
  return requirementsOf(site).flatMap(({ criterion, value }) => {
    const fact = siteFactIds.find(each => each === criterion)
    const typed = requirements.find(each => each.criterion === criterion)
    if (!fact || !typed || isSame(typed.value, value)) return []
    return [{ criterion: fact, typed: typed.value ?? null, site: value }]
  })
}

function isSame(one: CriterionValue | undefined, other: CriterionValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The criteria that the author has said something about, be it only by naming them. */
function mentionedIn({ requirements, unknowns = [], unneeded = [] }: ScenarioDraft) {
  return new Set<CriterionId | undefined>([
    ...requirements.map(each => each.criterion),
    ...unknowns,
    ...unneeded,
  ])
}

export interface Applied {
  content: ScenarioDraft
  /** How many needs were added. */
  added: number
  /** How many had no room. */
  left: number
}

/**
 * The draft with what the site implies and the draft does not mention yet. Nothing that was typed is changed, the
 * text of the site is filled in when it is blank, and doing it again changes nothing.
 */
export function withSite(
  draft: ScenarioDraft,
  site: { id: NonNullable<ScenarioDraft['siteId']>; version: number; content: SiteProfile },
  locale: Locale = 'zh',
): Applied {
  const mentioned = mentionedIn(draft)
  const missing = requirementsOf(site.content)
    .filter(each => !mentioned.has(each.criterion))
    .map(need => withCoverage(need, site.content, locale))
  const added = missing.slice(0, Math.max(0, mostNeeds - draft.requirements.length))
  return {
    content: {
      ...draft,
      site: draft.site ?? siteProse(site.content, locale),
      ...(draft.district === undefined && site.content.district && { district: site.content.district }),
      requirements: [...draft.requirements, ...added],
      siteId: site.id,
      siteVersion: site.version,
    },
    added: added.length,
    left: missing.length - added.length,
  }
}

/** A need that comes of a list with gaps says so, for the next door may be narrower. */
function withCoverage(need: Requirement, site: SiteProfile, locale: Locale): Requirement {
  const id = siteFactIds.find(each => each === need.criterion)
  const covered = id && partlyMeasured(site).get(id)
  if (!covered) return need
  const { known, of } = covered
  const note = {
    zh: `现场 ${of} 处已测 ${known} 处，其余待确认`,
    en: `${known} of ${of} places measured, the others to be confirmed`,
  }[locale]
  return { ...need, note }
}
