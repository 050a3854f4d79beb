/**
 * Where the hub's process begins: `main.ts`, in one file with all that it needs and compiled already. With `--compile`, after
 * a build, it only keeps that for later starts.
 */
import { fileURLToPath } from 'node:url'
import { keepCompiled, loadCompiled } from './compiled.ts'

const path = fileURLToPath(new URL('program.cjs', import.meta.url))
if (process.argv.includes('--compile')) keepCompiled(path)
else {
  const { exports, asKept } = loadCompiled(path)
  await (exports as typeof import('./main.ts')).main({ compiled: asKept })
}
