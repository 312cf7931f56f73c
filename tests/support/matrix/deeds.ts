import { catalogDeeds } from './catalog-deeds.ts'
import type { Deed } from './deed.ts'
import { marketDeeds } from './market-deeds.ts'
import type { Role } from './people.ts'
import { pilotDeeds } from './pilot-deeds.ts'

const open = (answer: (role: Role) => number): Deed => ({
  may: '',
  sees: 'all',
  open: answer,
  make: () => Promise.reject(new Error('nothing to make')),
})

/** Every action of the build has its line here. */
export const deeds: Record<string, Deed> = {
  'sign-in': open(role => (role === 'guest' ? 422 : 302)),
  'sign-out': open(() => 303),
  preferences: open(() => 303),
  notifications: open(role => (role === 'guest' ? 302 : 303)),
  'api/v1/rewards/estimate': open(() => 422),
  'api/*': open(() => 404),
  ...marketDeeds,
  ...pilotDeeds,
  ...catalogDeeds,
}
