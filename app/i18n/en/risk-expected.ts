import type { Shape } from '../translate.ts'
import type { risk as zhRisk } from '../zh/risk-expected.ts'

export const risk: Shape<typeof zhRisk> = {
  expected: {
    title: 'Risks to expect',
    note: 'Reckoned from the work, the site and the robots that fit; both sides go through them before the pilot',
    count: '{will} apply for certain, {may} depend on the robot or the space.',
    may: 'Depends',
    open: {
      people: 'How many people are around is not said; every space is reckoned with',
      space: 'The space is not settled; it may be: {spaces}',
      explosive: 'Whether the atmosphere may be explosive is not said; what that asks for is left out',
      outdoor: 'Whether there is an outdoor stretch is not said; what roads ask for is left out',
    },
    robots: 'Robots that fit: {list}',
    liability:
      'Who is liable: the documents behind this platform set no shares, and the platform presumes none. Who pays, and whether before or after the inquiry, is written into the pilot agreement by both sides (see “Insurance” and “Exit and restoration”).',
    unchecked: 'A list to start from, not a certificate; the law and the site’s own rules come first.',
  },
}
