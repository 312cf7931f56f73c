import type { FitCount } from './fits.ts'
import { type Gate, type Sorted, unmetAt } from './gate.ts'
import { type NeedTable, undisclosed, unmet } from './needs.ts'

/** The count of the products whose work fits, by what the musts say of them. */
export function fitCountOf(
  { open }: Gate,
  { main, near, several }: Pick<Sorted, 'main' | 'near' | 'several'>,
  { published, musts }: { published: number; musts: readonly NeedTable[] },
): FitCount {
  const openOnes = main.reduce((sum, slot) => sum + ((open[slot] as number) > 0 ? 1 : 0), 0)
  const alone = musts.map(() => 0)
  for (const slot of near) {
    const only = unmetAt(musts, slot)
    alone[only] = (alone[only] ?? 0) + 1
  }
  return {
    ...{ published, work: main.length + near.length + several.length },
    ...{ fits: main.length - openOnes, open: openOnes, near: near.length, ruledOut: several.length },
    musts: musts.map(({ requirement: { criterion, value }, states, codes }, index) => {
      const counts = { unmet: 0, undisclosed: 0 }
      for (const list of [main, near, several])
        for (let at = 0; at < list.length; at++) {
          const state = states[codes[list[at] as number] as number]
          if (state === unmet) counts.unmet++
          else if (state === undisclosed) counts.undisclosed++
        }
      return { criterion, need: value, alone: alone[index] ?? 0, ...counts }
    }),
  }
}
