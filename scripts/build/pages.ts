/** The browser pages: which folder each lives in and under which name the hub serves it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** `/kiosk` is served from `dist/web/kiosk.html`, built from `kiosk/screen/index.html`, and so on. */
const folders = {
  kiosk: 'kiosk/screen',
  phone: 'kiosk/phone',
  panel: 'room-panel',
  console: 'hub/console',
  trust: 'hub/trust',
  wall: 'scripts/wall',
} as const

/** Page name → absolute path of its index.html, for the pages that exist. */
export function findPages(root: string): Record<string, string> {
  const pages = Object.entries(folders).map(([name, folder]) => [name, join(root, folder, 'index.html')] as const)
  return Object.fromEntries(pages.filter(([, file]) => existsSync(file)))
}

/** Writes each page as `<name>.html` at the top of the output, whatever folder its source lives in. */
export function namePages(): Plugin {
  const nameOf = new Map<string, string>(
    Object.entries(folders).map(([name, folder]) => [`${folder}/index.html`, `${name}.html`]),
  )
  return {
    name: 'changming:name-pages',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const output of Object.values(bundle)) {
          const fileName = nameOf.get(output.fileName)
          if (fileName && output.type === 'asset') {
            delete bundle[output.fileName]
            this.emitFile({ type: 'asset', fileName, source: output.source })
          }
        }
      },
    },
  }
}
