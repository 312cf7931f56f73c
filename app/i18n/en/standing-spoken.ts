import type { Shape } from '../translate.ts'
import type { standing as zhStanding } from '../zh/standing-spoken.ts'

export const standing = {
  step: {
    enters_one: 'With {fact}, {n} scenario comes in',
    enters_other: 'With {fact}, {n} scenarios come in',
    settles_one: 'With {fact} stated, {n} turns from to be confirmed to met',
    settles_other: 'With {fact} stated, {n} turn from to be confirmed to met',
    both_one: 'With {fact}, {n} scenario comes in, and {settles} turn from to be confirmed to met',
    both_other: 'With {fact}, {n} scenarios come in, and {settles} turn from to be confirmed to met',
    swaps_one: 'With {fact} stated, {n} turns from to be confirmed to met, and {loses} to not met',
    swaps_other: 'With {fact} stated, {n} turn from to be confirmed to met, and {loses} to not met',
    loses_one:
      'With {fact} stated, {n} scenario comes in, {settles} turn from to be confirmed to met, and {loses} to not met',
    loses_other:
      'With {fact} stated, {n} scenarios come in, {settles} turn from to be confirmed to met, and {loses} to not met',
  },
  gap: {
    short: '{gap} short ({percent})',
    plain: 'the gap has no measure',
    enough: 'With {fact} it would be worth considering.',
    open_one: '{n} other must would still be to be confirmed.',
    open_other: '{n} other musts would still be to be confirmed.',
    contradicts: 'What the scenario asks here contradicts itself; only its organisation can mend it.',
  },
  need: {
    spread: '{min}, median {median}, up to {max}',
    between: '{min} to {max}',
    each: '{need} ({n})',
    yes: 'required ({n})',
  },
  peers: {
    none: 'fewer than five firms: not told',
    stated: 'stated by {n} firms or more',
    alike: 'stated by {n} firms or more, mostly about {middle}',
    quartiles: 'stated by {n} firms or more; the middle half about {low} to {high}, median about {middle}',
  },
  hint: {
    now: 'Now: {have}',
    open: 'Now: not stated',
    asked: '{have}; scenarios: {need}',
  },
} satisfies Shape<typeof zhStanding>
