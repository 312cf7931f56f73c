import './production.ts'
import { connect } from '../db/client.ts'
import { runCommand, say } from './console.ts'
import { checkInvariants } from './invariants.ts'
import { withDatabase } from './platform.ts'

/** `npm run check:invariants`: the laws of the house over all that is stored. Reads only. */
await runCommand(() =>
  withDatabase(async url => {
    const { db, close } = connect(url, { max: 1, patient: true })
    try {
      const broken = await db.transaction(tx => checkInvariants(tx), {
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
