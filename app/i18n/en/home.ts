import type { Shape } from '../translate.ts'
import type { common as zhCommon, home as zhHome } from '../zh/home.ts'

export const common = {
  of: '/ {total}',
  trip: {
    scenario: 'Scenario',
    scenarioWho: 'User site',
    scenarioWhat: 'Site, requirements and acceptance metrics in plain terms.',
    match: 'Match',
    matchWho: 'Platform',
    matchWhat: 'Public formula; every gap is shown.',
    bid: 'Bid',
    bidWho: 'Robot firms',
    bidWhat: 'Sealed, with an instant receipt.',
    select: 'Select',
    selectWho: 'User site, experts',
    selectWhat: 'Opened together; interests declared first.',
    pilot: 'Pilot',
    pilotWho: 'Both sides',
    pilotWhat: 'Deploy, record, check weekly.',
    accept: 'Accept',
    acceptWho: 'Both sign',
    acceptWhat: 'Metric by metric; silence is not acceptance.',
    reward: 'Reward',
    rewardWho: 'Bureau',
    rewardWhat: 'Ceilings and clauses, each traceable.',
    catalog: 'Catalog',
    catalogWho: 'Bureau, public',
    catalogWhat: 'Five working days of notice; anyone may object.',
  },
} satisfies Shape<typeof zhCommon>

export const home = {
  left: 'Sites say what they need',
  right: 'Robots say what they can',
  unit: { scenario: 'scenarios', pilot: 'pilots', product: 'products' },
  search: {
    label: 'Search scenarios and robots',
    placeholder: 'e.g. night delivery through an 850 mm door',
    scenarios: 'Scenarios',
    products: 'Robots',
    advice: 'Synonyms, pinyin and units are understood',
    tries: {
      delivery: 'hospital delivery payload ≥ 50kg',
      tunnel: 'cable tunnel inspection',
      door: 'delivery door width ≤ 900 mm',
      pinyin: 'yanglao',
    },
  },
  roles: {
    demand: {
      who: 'Hospitals, factories',
      what: 'Describe the site, the requirements and how success is measured; see at once which robots qualify and what the others lack.',
      go: 'Publish a scenario',
    },
    supply: {
      who: 'Robot firms',
      what: 'State your figures once and compare them everywhere. The formula is public, bids are sealed, every refusal is explained.',
      go: 'Find scenarios',
    },
    bureau: {
      who: 'Authorities',
      what: 'One ledger from end to end: who waits for whom, how many days are left, under which clause.',
      go: 'Go to the desk',
    },
  },
  figures: {
    title: 'Where we stand',
    note: 'Every figure with what it is a part of; the list is one click away',
    open: 'Scenarios open to bids',
    openNote:
      'Of the scenarios made public here. Another {reported} cases from public reports are for reference and do not count.',
    accepted: 'Pilots accepted',
    pilotsNote: 'Of all pilots: {list}.',
    noPilots: 'There are no pilots yet.',
    listed: 'Listed in the catalog',
    listedNote: 'Of the accepted pilots. Another {noticed} in public notice or under objection.',
    payload: 'Products with a sourced payload',
    payloadNote: 'The other {rest} say “to be confirmed”: neither taken as met nor hidden.',
  },
  domains: {
    title: 'Ten domains',
    label: 'Reported cases by domain',
    count_one: '{n} case',
    count_other: '{n} cases',
    note: '{reported} cases from public reports, of which {other} under “other” belong to none of the ten domains; where there is none, it says 0.',
  },
  newest: 'Newest scenarios',
  allScenarios: 'All scenarios',
  case: {
    title: 'One from the catalog',
    note: 'Figures from the acceptance of a pilot',
    before: 'Before the pilot',
    after: 'Measured at acceptance',
    see: 'See methods, records and what did not go well',
  },
  trip: { title: 'From scenario to catalog', note: 'One line; at each step you see who waits for whom' },
} satisfies Shape<typeof zhHome>
