/** The icon of a console that was installed as an app, at an address that never changes: a manifest names it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const sizes = [192, 512] as const

export function consoleIcons(root: string): Plugin {
  return {
    name: 'changming:console-icons',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        if (!bundle['console.html']) return
        for (const size of sizes)
          this.emitFile({
            type: 'asset',
            fileName: `console-icon-${size}.png`,
            source: readFileSync(join(root, `hub/console/icons/console-${size}.png`)),
          })
      },
    },
  }
}
