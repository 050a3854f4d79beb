/** The panel's service worker: one script at a fixed address that knows the build it belongs to and all of its files. */
import { createHash } from 'node:crypto'
import type { Plugin, Rolldown } from 'vite'

export const workerEntry = 'panel-worker'
export const workerSource = 'room-panel/worker/worker.ts'

type Output = Readonly<Record<string, Rolldown.OutputAsset | Rolldown.OutputChunk>>

/** Puts `BUILD` in front of the worker's own code. After the pages have their names. */
export function panelWorker(): Plugin {
  return {
    name: 'changming:panel-worker',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[`${workerEntry}.js`]
        const page = bundle['panel.html']
        // A build of other pages only.
        if (worker?.type !== 'chunk' || page?.type !== 'asset') return
        if (worker.imports.length > 0) throw new Error(`the worker must be one script: ${worker.imports.join(', ')}`)
        const text = typeof page.source === 'string' ? page.source : new TextDecoder().decode(page.source)
        worker.code = `const BUILD=${JSON.stringify(buildOf(text, bundle))};${worker.code}`
      },
    },
  }
}

/** Files as absolute paths. Each name holds its content's hash, so the list and the page are the build's identity. */
export function buildOf(page: string, bundle: Output): { id: string; page: string; files: string[] } {
  const names = new Set<string>()
  const add = (name: string) => {
    if (names.has(name)) return
    const file = bundle[name]
    if (!file || name.endsWith('.woff2')) return
    names.add(name)
    if (file.type === 'asset') return
    const { importedCss, importedAssets } = file.viteMetadata ?? { importedCss: [], importedAssets: [] }
    for (const other of [...file.imports, ...file.dynamicImports, ...importedCss, ...importedAssets]) add(other)
  }
  for (const [, name = ''] of page.matchAll(/\b(?:src|href)="\/([^"]+)"/g)) add(name)
  const files = [...names].sort().map(name => `/${name}`)
  const id = createHash('sha256')
    .update(JSON.stringify([page, files]))
    .digest('hex')
    .slice(0, 12)
  return { id, page, files }
}
