import type { FitCount } from './fits.ts'
import type { Gate } from './gate.ts'
import type { NeedTable } from './needs.ts'

/** The count of the products whose work fits, by what the musts say of them. */
export function fitCountOf(
  { failed, last, open, musts: counted }: Gate,
  { published, musts }: { published: number; musts: readonly NeedTable[] },
): FitCount {
  const count = { published, work: failed.length, fits: 0, open: 0, near: 0, ruledOut: 0 }
  const alone = musts.map(() => 0)
  for (let at = 0; at < failed.length; at++) {
    if ((failed[at] as number) > 1) count.ruledOut++
    else if (failed[at] === 1) {
      count.near++
      const only = last[at] as number
      alone[only] = (alone[only] ?? 0) + 1
    } else if ((open[at] as number) > 0) count.open++
    else count.fits++
  }
  return {
    ...count,
    musts: musts.map(({ requirement: { criterion, value } }, index) => ({
      criterion,
      need: value,
      unmet: counted[index]?.unmet ?? 0,
      alone: alone[index] ?? 0,
      undisclosed: counted[index]?.undisclosed ?? 0,
    })),
  }
}
