import './production.ts'
import { StartProblem } from '../db/start-problem.ts'
import { runCommand, step } from './console.ts'
import { seedIfEmpty } from './demo.ts'
import { openPlatform } from './platform.ts'
import { readSettings } from './settings.ts'

/** `npm run seed`: the demo data of a first start, for an empty database. */
await runCommand(async () => {
  const settings = readSettings()
  if (!settings.DEMO) {
    throw new StartProblem('Demo data belongs to a demo: set DEMO=1 to seed the database of DATABASE_URL.')
  }
  const platform = await openPlatform(settings)
  try {
    await step(
      'demo data',
      () => seedIfEmpty(platform),
      seeded => (seeded ? 'seeded' : 'kept what was there'),
    )
  } finally {
    await platform.close()
  }
})
