import type { DbOrTx } from '#db/client.ts'
import { listReadFiles, listTexts } from '#db/queries/attachment-texts.ts'
import type { HolderNoun } from '#domain/files/file.ts'
import { canFetchFile, canSeeFile, type FileHolder } from '#domain/files/policy.ts'
import { visitor } from '#domain/shared/actor.ts'
import type { AttachmentPages } from '#search/engine.ts'

// public: of files that their own policy hands out to a visitor, and of no others
/** How much of an object's files can be searched. */
export const searchedText = { characters: 50_000, pages: 200 } as const

// public: only files that the policy lets a visitor fetch
/**
 * The texts of the files that anybody may open, by object; `holders` are the objects as a visitor sees them. What is
 * kept to the firm, waits for its check or has failed it, was added after the publication or removed before it, waits
 * for an addendum or was withdrawn by one, is not among them.
 */
export async function openTexts(
  db: DbOrTx,
  noun: HolderNoun,
  holders: readonly FileHolder[],
): Promise<Map<string, AttachmentPages[]>> {
  const byId = new Map(holders.map(holder => [holder.id, holder]))
  const files = (await listReadFiles(db, noun, [...byId.keys()])).filter(file => {
    const holder = byId.get(file.objectId)
    if (!holder) return false
    return canSeeFile(visitor, holder, file).ok && canFetchFile(visitor, holder, file).ok
  })
  const ids = files.map(file => file.id)
  const texts = await listTexts(db, ids, searchedText.characters)
  const found = new Map<string, AttachmentPages[]>()
  for (const { id, objectId, name } of files) {
    const text = texts.get(id)
    if (!text) continue
    const others = found.get(objectId) ?? []
    const pages = pagesWithin(text, roomLeft(others))
    if (pages.length > 0) found.set(objectId, [...others, { fileId: id, name, pages }])
  }
  return found
}

interface Room {
  characters: number
  pages: number
}

function roomLeft(taken: readonly AttachmentPages[]): Room {
  const pages = taken.flatMap(file => file.pages)
  return {
    characters: searchedText.characters - pages.reduce((sum, page) => sum + page.length, 0),
    pages: searchedText.pages - pages.length,
  }
}

/** Page by page, so that `pages[n]` stays the file's page n + 1. */
function pagesWithin({ text, pages }: { text: string; pages: readonly number[] }, room: Room): string[] {
  // A cut may not leave half a character behind.
  const kept = text.slice(0, Math.max(0, room.characters)).replace(/\p{Cs}$/u, '')
  const starts = pages.filter(start => start < kept.length).slice(0, Math.max(0, room.pages))
  return starts.map((start, nth) => kept.slice(start, pages[nth + 1] ?? kept.length))
}
