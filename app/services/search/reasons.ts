import { z } from 'zod'
import { listSearchPages, listSearchTexts } from '#db/queries/search-texts.ts'
import type { HolderNoun } from '#domain/files/file.ts'
import type { AttachmentPages, Explained, IndexName, Reason } from '#search/engine.ts'
import { scopeOf } from '#search/engine.ts'
import type { Context } from '../context.ts'
import { loadHolder } from '../files/holder.ts'
import { filesOf } from '../files/list.ts'
import { isRefusal } from '../refusal.ts'

/** As the index keeps them; what is of another shape explains nothing. */
const Texts = z.object({
  title: z.string(),
  org: z.string(),
  keywords: z.array(z.string()),
  summary: z.string(),
  body: z.string(),
})
const Pages = z.array(z.object({ fileId: z.string(), name: z.string(), pages: z.array(z.string()) }))

/** What of an index has attachments that its readers may open. */
const holders: Partial<Record<IndexName, HolderNoun>> = { scenarios: 'scenario', products: 'product' }

interface Asked {
  index: IndexName
  q: string
  ids: readonly string[]
}

// public: texts come through the reader's scope, attachments through the policy of the object that holds them
/** Why each of these was found, by id. Attachments are opened only where nothing shorter explains a word. */
export async function reasonsOf(ctx: Context, asked: Asked): Promise<Map<string, readonly Reason[]>> {
  const { index, q, ids } = asked
  const reasons = new Map<string, readonly Reason[]>()
  if (q === '' || ids.length === 0) return reasons
  const open: { id: string; texts: Explained }[] = []
  for (const { id, content } of await listSearchTexts(ctx.db, { index, ids, scope: scopeOf(ctx.actor) })) {
    const texts = Texts.safeParse(content).data
    if (!texts) continue
    const explanation = await ctx.search.explain(texts, q)
    reasons.set(id, explanation.reasons)
    if (explanation.unexplained.length > 0) open.push({ id, texts })
  }
  const pages = await attachmentsOf(ctx, { ...asked, ids: open.map(({ id }) => id) })
  for (const { id, texts } of open) {
    const attachments = pages.get(id)
    if (attachments) reasons.set(id, (await ctx.search.explain({ ...texts, attachments }, q)).reasons)
  }
  return reasons
}

async function attachmentsOf(ctx: Context, { index, ids }: Asked): Promise<Map<string, AttachmentPages[]>> {
  const noun = holders[index]
  if (!noun || ids.length === 0) return new Map()
  const rows = await listSearchPages(ctx.db, { index, ids, scope: scopeOf(ctx.actor) })
  const readable = rows.map(async ({ id, attachments }): Promise<[string, AttachmentPages[]]> => {
    const all = Pages.safeParse(attachments).data ?? []
    const open = all.length > 0 ? await openFiles(ctx, noun, id) : new Set()
    return [id, all.filter(({ fileId }) => open.has(fileId))]
  })
  return new Map(await Promise.all(readable))
}

/** The files of the object that the reader may fetch now; none of an object that has just gone out of sight. */
async function openFiles(ctx: Context, noun: HolderNoun, id: string): Promise<Set<string>> {
  try {
    const { holder } = await loadHolder(ctx, noun, id)
    const files = await filesOf(ctx, holder)
    return new Set(files.filter(({ open }) => open).map(file => file.id))
  } catch (error) {
    if (isRefusal(error)) return new Set()
    throw error
  }
}
