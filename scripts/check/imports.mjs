/** Runs the import rules on Node 20, which cannot read TypeScript by itself: Vite's module runner can. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const here = dirname(fileURLToPath(import.meta.url))
const { module } = await runnerImport(join(here, 'main.ts'), { configFile: false, logLevel: 'error' })
process.exitCode = module.checkImports(join(here, '../..')) > 0 ? 1 : 0
