/** How much script each surface loads before the first tap, compressed. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Figure } from './figure.ts'
import { scriptsOf } from './script-graph.ts'

const section = '脚本 script before the first tap, gzip'
const how =
  'panel, kiosk and phone: what the page imports at once and the words of the longest language; what is fetched when the first screen stands is not in it. Beside it, what a real browser had asked for when its first key could be pressed: `--only paint`'
/** DESIGN: panel and kiosk, on the slow tablets of a venue; a guest’s own phone waits no longer. */
const limitKb = 45
const surfaces = [
  { page: 'panel', limited: true },
  { page: 'kiosk', limited: true },
  { page: 'console', limited: false },
  { page: 'phone', limited: true },
] as const

/** `web`: the folder of the built pages. Each file is compressed by itself, as it is sent. */
export function measureSizes(web: string): Figure[] {
  return surfaces.flatMap(({ page, limited }): Figure[] => {
    const file = join(web, `${page}.html`)
    if (!existsSync(file)) return []
    const read = (path: string) => readFileSync(join(web, path))
    const { atOnce, later } = scriptsOf(readFileSync(file, 'utf8'), path => read(path).toString('utf8'))
    const size = (path: string) => gzipSync(read(path), { level: 9 }).length
    const words = [...later].filter(path => path.startsWith('assets/words-')).map(size)
    const bytes = [...atOnce].reduce((sum, path) => sum + size(path), Math.max(0, ...words))
    return [
      {
        section,
        how,
        name: page,
        value: bytes / 1024,
        unit: 'KB',
        samples: atOnce.size + Math.min(1, words.length),
        ...(limited && { beside: { what: 'limit', value: limitKb }, atMost: 1 }),
      },
    ]
  })
}
