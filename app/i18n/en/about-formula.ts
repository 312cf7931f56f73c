import type { Shape } from '../translate.ts'
import type { about as zh } from '../zh/about-formula.ts'

export const about = {
  formula: {
    order: 'Grouped first, ranked second',
    notGate:
      'A match is a suggestion, never a gate: any verified firm may bid on any open scenario. Places are not for sale, and a pair has the same score on both sides’ pages.',
    three:
      'Each must has three answers: met, to be confirmed, not met. Products whose work fits and of which no must is known to be unmet come first; those with exactly one unmet must are near misses and show the gap. What is to be confirmed never counts as met and never hides a product.',
    part: 'Criterion',
    weight: 'Weight',
    says: 'Fit, from 0 to 1',
    demand: 'Demand score S',
    demandNote: 'What the scenario values',
    demandPart: {
      task: 'Task',
      domain: 'Domain',
      category: 'Kind of robot',
      specs: 'Specifications',
      text: 'Likeness of text',
      budget: 'Budget and price',
      timeline: 'Delivery time',
      maturity: 'Maturity',
      certification: 'Certification',
      region: 'Service area',
    },
    demandSays: {
      task: 'The same task counts 1, kindred tasks in part, a shared domain alone very little',
      domain: 'Same domain 1, neighbouring domain 0.5, otherwise 0',
      category: 'How usual this work is for this kind of robot; general-purpose machines count four fifths',
      specs: 'Shared among the requirements that the scenario states, compared one by one',
      text: 'Concepts and words that both descriptions have; the rarer the word, the more it weighs',
      budget:
        'The middle of the price band within the budget per unit counts 1, half as much again counts 0. Rentals and services compare by unit and month; without a term, or a price of that form, it is to be confirmed',
      timeline: 'The delivery time that the scenario asks for',
      maturity: 'Series 1, finalised 0.9; not finalised 1 where the scenario welcomes it, otherwise 0.4',
      certification: 'Medical device registration, explosion protection, certificates and tests',
      region: 'A service area that covers the site counts 1',
    },
    demandAfter:
      'What the scenario does not mention takes no part; the other weights are scaled to sum to 1. Within a group a must weighs {must} times a should. S is the sum of weight × fit, discounted for what is unknown.',
    fit: 'Figures, unknowns and the discount',
    fitNumber:
      'Numbers: just meeting the need scores {justMet}, a surplus of {surplus} scores 1, missing it 0.',
    fitOther:
      'Yes or no, and options: 1 if met, else 0; a range such as temperature, or a list of options, that is met in part counts {part} times that part.',
    fitUnknown:
      'To be confirmed: estimated by the share of products of the kind that disclosed the figure and meet the need; {share} while fewer than {enough} did. Never below {least}, and for numbers never above {justMet}.',
    discount:
      'With a known share of k, the demand side is multiplied by 1 − {discount} × (1 − k): with nothing known {left} remain, and disclosing more earns the rest.',
    oversized:
      'A figure beyond {times} times the need is pointed out as possibly too large; it costs no points.',
    supply: 'Supply score R',
    supplyNote: 'What the firm values',
    supplyPart: {
      budget: 'Budget and price',
      focus: 'Main line of work',
      region: 'Service area',
      timeline: 'Delivery time',
      completeness: 'A complete call',
      responsiveness: 'Answers in time',
    },
    supplySays: {
      budget: 'As on the demand side',
      focus: 'How much of what the product is for this scenario asks',
      region: 'As on the demand side',
      timeline: 'Whether the scenario leaves enough time',
      completeness:
        'How many of domain, tasks, description, requirements, budget, place and maturity are stated',
      responsiveness:
        'How much of what firms sent this organisation was answered in time; unknown while there is too little',
    },
    mutual: 'Mutual score',
    mutualText:
      'The harmonic mean: with one side low the whole stays low, and swapping the sides changes nothing. Pages show it times 100. Every match page lists weight, fit and the two fields behind each line.',
    shown: 'The order shown',
    shownText:
      'Best mutual score first; no score is touched by these rules. Among the first {first}, at most {perFirm} products of one firm, unless nobody else can fill the places; of two neighbours no more than {margin} points apart, another kind of robot goes first; place {first} is kept for the new listing, younger than {days} days, that was shown least lately and scores at least {share} of what stood there. Whoever has been moved is marked on the page.',
    basis: 'What scores rest on',
    basisText:
      'How common words are, what products of a kind disclose and whether an organisation answers in time come from a published basis. A new version of it comes once more than a twentieth of what is public has changed, or after a week; in between a pair’s score follows the scenario, the product and the weights alone.',
    now: 'Version {version} of the weights is in force since {day}.',
    nowFromStart: 'Version {version} of the weights is in force since the platform began.',
    wasFrom: 'In use from {from} to {to}.',
    wasFromStart: 'In use from the beginning to {to}.',
    older: 'This is version {version}, which is not in use any more',
    newest: 'Version {version}, in force',
    allVersions: 'All versions, with the reason of each change',
  },
} satisfies Shape<typeof zh>
