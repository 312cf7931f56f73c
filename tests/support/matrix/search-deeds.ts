import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { savedSearch } from '#db/schema/index.ts'
import { paths } from '#paths'
import type { Context } from '#services/context.ts'
import { stopTokenFor } from '#services/saved-searches/stop.ts'
import { openVault } from '#services/vault.ts'
import { savedBy } from '../saved-searches.ts'
import { signedIn, standIns } from './account-deeds.ts'
import type { Deed, Target } from './deed.ts'
import type { People } from './people.ts'
import { platformSecret } from './server.ts'

const rowsOf =
  ({ db }: Context, id: string) =>
  () =>
    db
      .select()
      .from(savedSearch)
      .where(eq(savedSearch.id, id as never))

/** A search of the firm's person, whose own it is and nobody else's. */
async function own(
  ctx: Context,
  { persons }: People,
  { path, fields = {} }: { path: (id: string) => string; fields?: Record<string, string> },
): Promise<Target> {
  const id = await savedBy(ctx, persons.supply, { q: v7() })
  return { url: path(id), id, fields: { id, rev: '0', ...fields }, rows: rowsOf(ctx, id) }
}

const mine = { may: 'supply', sees: 'supply', asksFirst: true } as const

export const searchDeeds: Record<string, Deed> = {
  'searches/new': {
    ...{ may: signedIn, sees: 'all', standIns },
    async make(ctx) {
      const formKey = v7()
      const fields = { search: `q=${formKey}`, name: '矩阵里的搜索', rhythm: 'daily', formKey }
      return { url: paths.searchNew(''), id: '', fields, rows: rowsOf(ctx, formKey) }
    },
  },
  'searches/:savedSearchId': {
    ...mine,
    make: (ctx, who) =>
      own(ctx, who, { path: paths.savedSearch, fields: { name: '改过的', rhythm: 'weekly' } }),
  },
  'searches/:savedSearchId/pause': {
    ...mine,
    make: (ctx, who) => own(ctx, who, { path: paths.savedSearchPause, fields: { status: 'paused' } }),
  },
  'searches/:savedSearchId/removal': {
    ...mine,
    make: (ctx, who) => own(ctx, who, { path: paths.savedSearchRemoval }),
  },
  // Whoever holds a letter's token.
  'searches/stop': {
    ...{ may: 'all', sees: 'all' },
    async make(ctx, { persons }) {
      const id = await savedBy(ctx, persons.supply, { q: v7() })
      const token = stopTokenFor(openVault(platformSecret), id)
      return { url: '/searches/stop', id: '', fields: { token }, rows: rowsOf(ctx, id) }
    },
  },
}
