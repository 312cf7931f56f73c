import { sql } from 'drizzle-orm'
import type { OrganizationId, PilotId, ProductId } from '../../app/domain/shared/ids.ts'
import type { Fen } from '../../app/domain/shared/money.ts'
import { fen } from '../../app/domain/shared/money.ts'
import type { DbOrTx } from '../client.ts'

/** What the ledger and the pilots' records say of a pilot's units, of their model and of the firm's year. */
export interface RewardStanding {
  units: {
    serial: string
    /** Granted to this unit over all pilots and years. */
    grantedFen: Fen
    /** It was deployed in another pilot of the firm before this one. */
    triedBefore: boolean
  }[]
  /** Granted to all units of the product together. */
  productFen: Fen
  /** Granted to the firm in the cap year; `reservedFen` of it is approved and not yet paid. */
  yearFen: Fen
  reservedFen: Fen
}

export interface StandingOf {
  pilotId: PilotId
  productId: ProductId
  supplyOrganizationId: OrganizationId
  uscc: string
  capYear: number
}

/** One statement, so that its figures belong to one moment. */
export async function findStanding(db: DbOrTx, of: StandingOf): Promise<RewardStanding> {
  const { pilotId, productId, supplyOrganizationId, uscc, capYear } = of
  const deployed = (pilot: ReturnType<typeof sql>) =>
    sql`(select min(h.id) from history h where h.noun = 'pilot' and h.deed = 'deploy' and h.object_id = ${pilot})`
  const rows = await db.execute<Raw>(sql`
    select sums.product, sums.year, sums.reserved, u.serial,
      coalesce(c.fen, 0)::text as granted,
      exists (
        select from pilot_unit other join pilot p on p.id = other.pilot_id
        where other.serial = u.serial and other.pilot_id <> u.pilot_id
          and p.supply_organization_id = ${supplyOrganizationId}
          and ${deployed(sql`other.pilot_id`)} < ${deployed(sql`u.pilot_id`)}
      ) as tried
    from (select
        (select coalesce(sum(l.fen), 0)::text from reward_ledger l
          join reward_claim k on k.id = l.claim_id join pilot p on p.id = k.pilot_id
          join product_version v on v.id = p.product_version_id
          where l.uscc = ${uscc} and v.product_id = ${productId}) as product,
        (select coalesce(sum(y.fen), 0)::text from reward_firm_counter y
          where y.uscc = ${uscc} and y.cap_year = ${capYear}) as year,
        (select coalesce(sum(l.fen), 0)::text from reward_ledger l
          join reward_claim k on k.id = l.claim_id
          where l.uscc = ${uscc} and l.cap_year = ${capYear} and k.status = 'approved') as reserved
      ) sums
      left join pilot_unit u on u.pilot_id = ${pilotId}
      left join reward_unit_counter c on c.uscc = ${uscc} and c.serial = u.serial
    order by u.serial`)
  const amount = (text: string | undefined) => fen(Number(text ?? 0))
  return {
    units: rows.flatMap(({ serial, granted, tried }) =>
      serial === null ? [] : [{ serial, grantedFen: amount(granted), triedBefore: tried }],
    ),
    productFen: amount(rows[0]?.product),
    yearFen: amount(rows[0]?.year),
    reservedFen: amount(rows[0]?.reserved),
  }
}

type Raw = {
  product: string
  year: string
  reserved: string
  serial: string | null
  granted: string
  tried: boolean
}
