/** The two sides of a match; each keeps a list of its best partners. */
export const matchSides = ['scenario', 'product'] as const
export type MatchSide = (typeof matchSides)[number]

export const otherSide = { scenario: 'product', product: 'scenario' } as const satisfies Record<
  MatchSide,
  MatchSide
>

/** How many partners of an object are kept with their place. */
export const mostKept = 50

/**
 * How many partners an object is held against the lists of: for the best so many of them it may be among their own
 * best. What lies behind them is found from the other side, whenever that side is worked out itself.
 */
export const reach = 1000
