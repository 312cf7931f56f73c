import type { Db, DbOrTx } from '#db/client.ts'
import type { Actor } from '#domain/shared/actor.ts'
import type { SearchEngine } from '#search/engine.ts'
import type { FileStore } from './files/store.ts'
import type { EmbedderChoice } from './meaning/open.ts'
import type { Vault } from './vault.ts'

/** Everything a verb may use: who asks, when, and the house's rooms. */
export interface Context {
  actor: Actor
  /** The moment of the request; history and audit carry it. */
  now: Date
  /** The clock of deadlines, notices and cap years: the database's. Demo data alone brings one of its own. */
  clock: (db: DbOrTx) => Promise<Date>
  db: Db
  search: SearchEngine
  /** What may lie in the database but not be read from it. */
  vault: Vault
  /** Where the bytes of attachments lie. */
  files: FileStore
  /** Whether a virus scanner is set up, for which new files wait. */
  scansFiles?: boolean
  requestId: string
  /** What tells the matcher what texts are about; absent means nothing does, and words alone count. */
  embedder?: EmbedderChoice | undefined
  /** Whether a person reads the answer; absent means yes. A HEAD, a prefetch and a robot are answered like anybody. */
  isRead?: boolean
  /** Where what goes wrong beside an answer is told; absent means that it is thrown. */
  onProblem?: (error: unknown) => void
  /** Begins what the answer need not wait for once it is out; absent means that it is waited for. */
  after?: (work: () => Promise<void>) => void
  /** Days after which an officer has to choose a new password (等保); absent means never. */
  passwordMaxAgeDays?: number | undefined
}
