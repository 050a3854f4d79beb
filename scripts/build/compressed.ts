/** Scripts, sheets and WebAssembly a second time, compressed as small as can be: the hub hands those out, and compresses nothing itself. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const compress = promisify(gzip)

/** Beside each of them, with `.gz` behind its name; after everything else has had its say. */
export function compressed(): Plugin {
  return {
    name: 'changming:compressed',
    apply: 'build',
    enforce: 'post',
    writeBundle: {
      order: 'post',
      async handler({ dir = '' }, bundle) {
        const names = Object.keys(bundle).filter(name => /^assets\/.*\.(js|css|wasm)$/.test(name))
        await Promise.all(
          names.map(async name => {
            const file = join(dir, name)
            await writeFile(`${file}.gz`, await compress(await readFile(file), { level: 9 }))
          }),
        )
      },
    },
  }
}
