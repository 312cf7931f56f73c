import { runChecks } from './checks.ts'
import { runCommand } from './console.ts'

/** `npm run check`: everything that can be said about the code without running it. */
await runCommand(async () => ((await runChecks()).failed > 0 ? 1 : 0))
