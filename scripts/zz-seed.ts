import { readSettings, openPlatform } from './platform.ts'
import { seedIfEmpty } from './demo.ts'
const p = await openPlatform(readSettings())
try { console.log('seeded', await seedIfEmpty(p)) } catch (e) { console.error(e) } finally { await p.close() }
