import { lifecycle } from '../shared/lifecycle.ts'

export type SiteStatus = 'current' | 'retired'
export type SiteDeed = 'retire' | 'restore'

/** 现场档案: 在用 ⇄ 停用. Scenarios that took a copy keep it either way. */
export const siteLifecycle = lifecycle<SiteStatus, SiteDeed>('site', {
  initial: 'current',
  table: {
    current: { retire: 'retired' },
    retired: { restore: 'current' },
  },
})
