import { listDemoAccounts } from '#db/queries/accounts.ts'
import type { OfficerRole } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'

/** The part a demo person plays. */
export type DemoPart = 'demand' | 'supply' | 'bureau' | 'expert'

export interface DemoPerson {
  email: string
  name: string
  part: DemoPart
  organization: { name: string; nameEn: string | null } | null
  office: OfficerRole | null
}

// public: demo people exist to be tried; the route asks only where the installation is a demo
export async function listDemoPeople(ctx: Context): Promise<DemoPerson[]> {
  const accounts = await listDemoAccounts(ctx.db)
  return accounts.map(({ email, name, organization, organizationEn, capabilities, offices }) => {
    const office = offices[0]?.role ?? null
    const demand = capabilities?.includes('publishScenarios') ?? false
    const part = office === 'expert' ? 'expert' : office ? 'bureau' : demand ? 'demand' : 'supply'
    return {
      email,
      name,
      part,
      office,
      organization: organization === null ? null : { name: organization, nameEn: organizationEn },
    }
  })
}
