import type { Shape } from '../translate.ts'
import type { refusal as zh } from '../zh/refusal-reward.ts'

export const refusal = {
  'calendar.unknownYear': 'The working days of {year:plain} are not on file, so no term can be computed',
  'reward.basisMissing': '{item} has no cost; this rule version caps by cost, so it cannot be approved',
  'reward.duplicateSerial': 'A serial is repeated; write each unit once',
  'reward.duplicateYear': 'A year is stated twice',
  'reward.foreignUnit': '{serial} is not a unit of this claim, or is named twice',
  'reward.levelsWithoutFunding': 'Without “received” there is no level to tick',
  'reward.line': 'Line {line} cannot be read: serial, cost, granted before, separated by spaces',
  'reward.noAmount': 'Give at least one unit an amount',
  'reward.notAList': 'The body must be a list of claims',
  'reward.notEligible': 'A condition is not met, so it cannot be approved',
  'reward.overHeadroom': 'Together more than the {headroom:yuan} left this year',
  'reward.overItem': '{item}: at most {ceiling:yuan}',
  'reward.undetermined': 'A condition is open, so it cannot be approved',
  'reward.unknownRule': 'There is no such rule version',
} satisfies Shape<typeof zh>
