/** How long a session lives without use and in all. 等保 asks more of those who decide. */
export interface Lifetime {
  idleMinutes: number
  absoluteHours: number
}

export const lifetimes = {
  member: { idleMinutes: 30, absoluteHours: 12 },
  bureau: { idleMinutes: 15, absoluteHours: 8 },
} as const satisfies Record<string, Lifetime>

/** Minutes until a link in a letter no longer opens anything. */
export const linkMinutes = { confirmEmail: 24 * 60, changeEmail: 60, resetPassword: 30, passkey: 5 } as const
export type LinkPurpose = keyof typeof linkMinutes
