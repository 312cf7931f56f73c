import { lifecycle } from '../shared/lifecycle.ts'
import type { OrganizationStatus } from '../vocabulary.ts'

export type OrganizationDeed = 'verify' | 'suspend' | 'restore'

/** 单位: 已注册 → 已核验（按能力）→ 已暂停. Suspension can always be lifted, so no state is final. */
export const organizationLifecycle = lifecycle<OrganizationStatus, OrganizationDeed>('organization', {
  initial: 'registered',
  table: {
    registered: { verify: 'verified', suspend: 'suspended' },
    verified: { suspend: 'suspended' },
    suspended: { restore: 'verified' },
  },
})
