import './production.ts'
import { ensureBuilt } from './build.ts'
import { runCommand, step } from './console.ts'

/** `npm run build`: the production pages, stamped, so that a later start finds them fresh. */
await runCommand(async () => {
  await step('production build', ensureBuilt, outcome => outcome)
})
