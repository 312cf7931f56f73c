import './production.ts'
import { readHeads } from '#http/audit-heads.ts'
import { connect } from '../db/client.ts'
import { runCommand, say } from './console.ts'
import { checkInvariants } from './invariants.ts'
import { secretOf, withDatabase } from './platform.ts'

/** `npm run check:invariants`: the laws of the house over all that is stored. Reads only. */
await runCommand(() =>
  withDatabase(async (url, settings) => {
    const { db, close } = connect(url, { max: 1, patient: true })
    const seals = { secret: secretOf(settings), beside: await readHeads(settings.DATA_DIR) }
    try {
      const broken = await db.transaction(tx => checkInvariants(tx, seals), {
        isolationLevel: 'repeatable read',
        accessMode: 'read only',
      })
      say(broken === 0 ? 'All laws hold.' : `${broken} broken.`)
      return broken === 0 ? 0 : 1
    } finally {
      await close()
    }
  }),
)
