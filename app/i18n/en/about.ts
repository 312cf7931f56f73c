import type { Shape } from '../translate.ts'
import type { about as zh } from '../zh/about.ts'

export const about = {
  pages: 'About this platform',
  formula: {
    title: 'Matching formula',
    lead: 'How the order comes about; anybody can work it out again',
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
      budget: 'The middle of the price band within the budget per unit counts 1, half as much again counts 0',
      timeline: 'The delivery time that the scenario asks for',
      maturity: 'Series 1, finalised 0.9; not finalised 1 where the scenario welcomes it, otherwise 0.4',
      certification: 'Medical device registration, explosion protection and the like',
      region: 'A service area that covers the site counts 1',
    },
    demandAfter:
      'What the scenario does not mention takes no part; the other weights are scaled to sum to 1. Within a group a must weighs {must} times a should. S is the sum of weight × fit, discounted for what is unknown.',
    fit: 'Figures, unknowns and the discount',
    fitNumber:
      'Numbers: just meeting the need scores {justMet}, a surplus of {surplus} scores 1, missing it 0.',
    fitOther:
      'Yes or no, and options: 1 if met, else 0; ranges such as temperature count by the part covered.',
    fitUnknown:
      'To be confirmed: estimated by the share of products of the kind that disclosed the figure and meet the need; {share} while fewer than {enough} did. For numbers never above {justMet}.',
    discount:
      'With a known share of k, the demand side is multiplied by 1 − {discount} × (1 − k): with nothing known three quarters remain, and disclosing more earns the rest.',
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
    },
    supplySays: {
      budget: 'As on the demand side',
      focus: 'How much of what the product is for this scenario asks',
      region: 'As on the demand side',
      timeline: 'Whether the scenario leaves enough time',
      completeness:
        'How many of domain, tasks, description, requirements, budget, place and maturity are stated',
    },
    mutual: 'Mutual score',
    mutualText:
      'The harmonic mean: with one side low the whole stays low, and swapping the sides changes nothing. Pages show it times 100. Every match page lists weight, fit and the two fields behind each line.',
    version: 'Formula version {n}; a change gets a new number',
  },
  data: {
    title: 'Data definitions',
    lead: 'What the words and figures on these pages mean',
    word: 'Written',
    meaning: 'Meaning',
    sources: 'Where a record comes from',
    source: {
      platform: 'Entered by an organisation of this platform and published after review. It carries no tag.',
      demo: 'Invented, for demonstration only. The name contains “示例” or Demo; dashed tag.',
      report:
        'Compiled from public reports, each with its source. The organisations are not users of this platform and the scenarios take no bids. Solid tag.',
    },
    answers: 'Three answers',
    answersNote: 'A missing fact is not guessed',
    answer: {
      T: 'A sourced fact meets the need.',
      U: 'Not disclosed, or a stated range straddles the limit. Neither met nor unmet.',
      F: 'A sourced fact falls short of the need.',
    },
    grades: 'Grade of evidence',
    gradesNote: 'The letter beside a figure',
    gradesCount: '{n} grades:',
    grade: {
      A: 'Measured on site in a pilot, by the method stated.',
      B: 'With a third party’s test report or certificate.',
      C: 'Declared by the firm, not verified by others.',
      D: 'Taken from public reports, not verified with the firm.',
      none: 'Not stated. That is neither zero nor “cannot”.',
    },
    figures: 'How the figures are counted',
    figureCall:
      'Open scenarios: published on this platform and before their deadline by the database’s clock. Reported cases count neither here nor in the denominator.',
    figurePilot:
      'Accepted pilots: signed by both sides with every mandatory metric met or waived by name. The denominator is all pilots, the terminated ones included.',
    figureEntry:
      'Catalog entries: published after the public notice. Every figure comes from the acceptance of its pilot.',
    figureReport: 'Reported cases are counted by domain; what a report does not say is left empty.',
    money:
      'Money is kept in fen (0.01 yuan) and shown in yuan. A budget is for the whole pilot, a price for one unit.',
    time: 'Times are Beijing time. Working days follow the holidays and make-up days published by the State Council.',
    criteria: 'Technical criteria',
    criteriaNote_one: '{n} criterion',
    criteriaNote_other: '{n} of them, one list for both sides',
    criteriaAll: 'Show all criteria',
    unit: 'Unit',
    identifier: 'Name in the API',
    howCompared: 'How they are compared and scored',
  },
  open: {
    title: 'Open data',
    lead: 'Whatever is public can be read by programs, without signing in',
    addresses: 'Addresses',
    addressesNote: 'Read only, JSON',
    what: 'What',
    example: 'Example',
    address: {
      search: 'Search; index is scenarios, products or catalog',
      scenarios: 'Scenarios, by domain, district and kind',
      products: 'Products, by kind of robot, domain and maturity',
      catalog: 'The catalog of typical scenarios, from the public notice on',
      one: 'One of them; products and catalog entries likewise',
      estimate: 'Reward estimate: verdicts, ceilings and clauses',
      document: 'The full description (OpenAPI 3.1)',
    },
    rules: 'Conventions',
    public: 'Only what anybody may see: no drafts, no sealed bids, no personal data.',
    absent: 'An undisclosed figure is absent or null; do not read it as 0.',
    money: 'Money is a whole number of fen (0.01 yuan); moments are UTC.',
    errors: 'Errors are RFC 9457 problem+json; the values of reason are stable.',
    reports:
      'Reported cases are worded by this platform; the linked sources are authoritative. Please cite them too.',
  },
  privacy: {
    title: 'Privacy',
    lead: 'Which personal data is kept, why, who sees it, and for how long',
    what: 'Data',
    why: 'For what',
    who: 'Seen by',
    long: 'Kept',
    map: 'Data map',
    mapNote: 'Only what is needed, as the Personal Information Protection Law asks',
    item: {
      profile: {
        what: 'Name, e-mail, mobile number (optional)',
        why: 'Signing in, notices, naming who handled what',
        who: 'Yourself, the owners of your organisation, the bureau; elsewhere most of it is hidden',
        long: 'Until you erase the account',
      },
      secrets: {
        what: 'Password, authenticator seed, passkeys, recovery codes',
        why: 'To prove that it is you',
        who: 'Nobody: hashes, public keys or sealed texts are stored, and the key is not in the database',
        long: 'Until replaced or erased',
      },
      sessions: {
        what: 'Time of signing in, network address, name of the browser',
        why: 'So that you notice a sign-in that was not yours',
        who: 'Yourself',
        long: 'Deleted within an hour after the session ends',
      },
      notices: {
        what: 'Notices here and how their mails fared',
        why: 'To tell you, and to prove that you were told',
        who: 'Yourself; how mails fared, the bureau too',
        long: 'Until you erase the account',
      },
      deeds: {
        what: 'Who did what to which object, when and why',
        why: 'So that every decision can be checked',
        who: 'The parties, the bureau, auditors',
        long: 'For as long as the law asks; after erasure every record carries a pseudonym, and the audit chain keeps a mark that leads to no name',
      },
      objection: {
        what: 'Name and contact of who objects to a public notice',
        why: 'To look into the objection',
        who: 'The approver only',
        long: 'With the objection; in no log, mail or public page',
      },
      logs: {
        what: 'Access log: time, path, status; no contents of forms, no queries',
        why: 'Faults and security',
        who: 'Operators',
        long: '180 days at least, rotated by the operator',
      },
    },
    rights: 'You may',
    rightsText:
      'See, correct and export all your data (with who has looked at it, when and why), or erase the account, under “Account and security” after signing in. In a dispute, ask the administrator of the platform.',
    rightsLink: 'To my personal data',
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'What is done and what is not yet',
    aim: 'Aim',
    standard: 'WCAG 2.2 level AA and GB/T 37668 on the accessibility of Internet content.',
    does: 'Done',
    doing: {
      keyboard:
        'Every process can be completed by keyboard; the focus is always visible, and a link skips to the content.',
      shape: 'States speak by shape and word before colour; they survive black-and-white print.',
      table: 'Every chart has the same data as a table beside it.',
      script: 'Public pages work without JavaScript.',
      zoom: 'From 360 pixels to four-fold zoom nothing is lost and nothing scrolls sideways.',
      theme: 'Light and dark, text contrast of at least 4.5:1; no motion where the system asks for less.',
      language: 'Complete in Chinese and English, switched at the top of the page.',
    },
    gaps: 'Not done yet',
    open: {
      reader: 'No blind user has walked through the whole of it with a screen reader yet.',
      pdf: 'Attachments come from the organisations; whether they can be read aloud is not checked.',
    },
  },
} satisfies Shape<typeof zh>
