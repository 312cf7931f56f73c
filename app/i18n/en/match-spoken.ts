import type { Shape } from '../translate.ts'
import type { common as zhCommon, match as zhMatch } from '../zh/match-spoken.ts'

export const common = {
  ruler: {
    should: 'should',
    failed: '{have}, not met',
  },
} satisfies Shape<typeof zhCommon>

export const match = {
  forScenario: {
    ifEased: 'With {need} in the scenario it would be worth considering.',
  },
  forProduct: {
    ifEased: 'With {need} the product would be worth considering.',
  },
  undisclosed: 'not disclosed',
  gap: '{gap} short ({percent})',
  noGap: 'the gap has no measure',
  rest: 'Other musts: {met} met, {unknown} unknown.',
  fields: 'Product: {have} ↔ Scenario: {need}',
  field: {
    tasks: 'tasks',
    use: 'use',
    category: 'kind',
    domain: 'domain',
    text: 'description',
    requirement: 'requirement {n}',
    budget: 'budget',
    price: 'price',
    maturity: 'maturity',
    acceptsUnfinalised: 'maturity asked',
    region: 'place',
    regions: 'service regions',
    home: 'seat of the firm',
    whole: 'completeness',
  },
  aspect: {
    task: 'Task',
    domain: 'Domain',
    category: 'Kind of robot',
    text: 'Likeness of text',
    budget: 'Budget and price',
    maturity: 'Maturity',
    region: 'Service region',
    focus: 'Main line of the firm',
    timeline: 'Schedule',
    completeness: 'Clarity of the call',
    responsiveness: 'Answers firms in time',
  },
  reason: {
    task: 'Same task: {tasks}',
    taskKin: 'Kindred task: {tasks}',
    category: '{category}: a kind bought for such work',
    domain: 'Same domain: {domain}',
    met: '{criterion} is met',
    surplus: '{criterion} has room: {ratio} times the need',
    measured: '{criterion} is met, measured in a pilot',
    text: 'Both texts name {words}',
    budget: 'The unit price is within the budget',
    maturity: 'Maturity: {maturity}',
    unfinalisedWelcome: 'The scenario accepts unfinalised products',
    region: 'The firm serves the site',
  },
  risk: {
    mustUnknown_one: '{n} must has no stated fact',
    mustUnknown_other: '{n} musts have no stated fact',
    shouldUnmet: '{criterion} falls short of what is wished',
    tight: '{criterion} is barely met: check on site',
    oversized: '{criterion} is {ratio} times the need: perhaps too large',
    declaredOnly: '{criterion} is declared by the firm only: check on site',
    overBudget: 'The unit price is about {ratio} times the budget per unit',
    unfinalised: 'Not finalised, and the scenario does not say it accepts that',
    foreignDomain: 'Not in {domain}',
    foreignTask: 'Built for other work',
    regionUnknown: 'Whether the firm serves the site is unknown',
  },
} satisfies Shape<typeof zhMatch>
