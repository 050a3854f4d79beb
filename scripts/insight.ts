/** `npm run insight`: how well the usual and the songs laid ready do on a venue's own log. */
import { insight } from './insight/run.ts'

process.exitCode = await insight(process.argv.slice(2), console.log)
