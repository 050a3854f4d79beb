/** How much script each surface loads before the first tap, as it travels when it is compressed. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Figure } from './figure.ts'
import { scriptsOf } from './script-graph.ts'

const section = '脚本 script before the first tap, gzip'
/** DESIGN: panel and kiosk, on the slow tablets of a venue. */
const limitKb = 45
const surfaces = [
  { page: 'panel', limited: true },
  { page: 'kiosk', limited: true },
  { page: 'console', limited: false },
  { page: 'phone', limited: false },
] as const

/** `web`: the folder of the built pages. Each file is compressed by itself, as it is sent. */
export function measureSizes(web: string): Figure[] {
  return surfaces.flatMap(({ page, limited }): Figure[] => {
    const file = join(web, `${page}.html`)
    if (!existsSync(file)) return []
    const read = (path: string) => readFileSync(join(web, path))
    const { atOnce } = scriptsOf(readFileSync(file, 'utf8'), path => read(path).toString('utf8'))
    const bytes = [...atOnce].reduce((sum, path) => sum + gzipSync(read(path), { level: 9 }).length, 0)
    return [
      {
        section,
        name: page,
        value: bytes / 1024,
        unit: 'KB',
        samples: atOnce.size,
        ...(limited && { beside: { what: 'limit', value: limitKb }, atMost: 1 }),
      },
    ]
  })
}
