import type { Shape } from '../translate.ts'
import type { about as zh } from '../zh/about-data.ts'

export const about = {
  data: {
    word: 'Written',
    meaning: 'Meaning',
    sources: 'Where a record comes from',
    source: {
      platform: 'Entered by an organisation of this platform and published after review. It carries no tag.',
      demo: 'Invented, for demonstration only. The name contains “示例” or Demo; dashed tag.',
      report:
        'Compiled from public reports, each with its source. The organisations are not users of this platform and the scenarios take no bids. Solid tag.',
    },
    names: 'One thing, several names',
    namesNote: 'Which names search knows',
    namesText:
      'The Chinese and English names, abbreviations and usual misspellings of one thing stand in a concept table. The bureau publishes it in versions, each proposed by one officer and reviewed by another.',
    namesLink: 'See the concept table',
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
      'Money is kept in fen (0.01 yuan) and shown in yuan. A budget is for the whole pilot, a price to buy for one unit, rent and service fees for one unit and month.',
    time: 'Times are Beijing time. Working days follow the holidays and make-up days published by the State Council.',
    criteria: 'Technical criteria',
    criteriaNote_one: '{n} criterion',
    criteriaNote_other: '{n} of them, one list for both sides',
    criteriaAll: 'Show all criteria',
    unit: 'Unit',
    identifier: 'Name in the API',
    howCompared: 'How they are compared and scored',
    domains: 'Application domains',
    domainsNote: 'The ten national ones beside Beijing’s eight',
    national: 'National plan',
    beijing: 'Beijing measures',
    platform: 'This platform',
    unnamed: 'Not named, under “and others”',
    processes: 'Processes and tasks',
    processesNote_one: '{n} process, {tasks} tasks; the division is this platform’s',
    processesNote_other: '{n} processes, {tasks} tasks; the division is this platform’s',
    processesAll: 'Show all processes',
    process: 'Process',
    ofDomains: 'Domains',
    ofTasks: 'Tasks',
    robots: 'Classification of robots',
    robotsNote:
      'The five axes are independent; their values are as commonly quoted, not checked word by word against the standard',
    axis: 'Axis',
    values: 'Values',
    basis: 'Basis',
    kind: 'Kind',
    levels: 'Technology readiness and stage',
    levelsNote:
      'The levels are those of GB/T 22900-2022 in the common reading; the stage beside each is this platform’s convention',
    stage: 'Stage',
    completeness: 'Completeness of a scenario',
    completenessNote: 'Out of 100; another answer never lowers it',
    part: 'Part',
    points: 'Points',
    complete: {
      basics: 'Domain, tasks, district',
      situation: 'The work, how it is done today, and what hurts',
      site: 'Site conditions',
      deciding: 'Criteria that usually decide for such tasks; {deciding} of them give full points',
      metrics:
        'Acceptance metrics with name, method, unit, direction and target; {metrics} of them give full points',
      money: 'Funding and its evidence, budget, units, form of cooperation',
      evaluation: 'What bids are compared by, with weights that make 100',
      time: 'Length of the pilot, end of questions, deadline',
    },
  },
} satisfies Shape<typeof zh>
