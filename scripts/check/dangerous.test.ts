/** What makes code or markup of text is nowhere in the product: what somebody types stays a text node. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

const forbidden: readonly (readonly [string, RegExp])[] = [
  [
    'markup out of text',
    /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment)\b/,
  ],
  ['markup out of text', /\b(document\.write|DOMParser|srcdoc)\b/],
  ['code out of text', /\beval\(|\bnew Function\(|\bset(Timeout|Interval)\(['"`]/],
  ['a pattern out of text', /\bnew RegExp\(/],
  ['an address that is a script', /javascript:/i],
  ['a shell', /(?<![.\w])(exec|execFile|execSync|spawn|spawnSync)\(|shell: true/],
  ['a way to elsewhere', /\.redirect\((?!302, (options\.demo \? )?'\/[a-z])/],
  ['a request that is read with a blind eye', /insecureHTTPParser/],
  ['a message of another page', /addEventListener\('message'/],
]

const sources = ['hub', 'kiosk', 'room-panel', 'shared'].flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(path => join(folder, path))
    .filter(path => /\.tsx?$/.test(path) && !/\.(test|testing)\.tsx?$/.test(path)),
)

/** A connection to elsewhere: to the ticket printer, to the hub beside whose readers these are, between a backup and its hub. */
const outward = [
  'hub/backup/door.ts',
  'hub/printer/escpos-printer.ts',
  'kiosk/reader/hub-socket.ts',
  'kiosk/reader/post.ts',
] as const
const connecting =
  /import \{[^}]*\b(connect|createConnection|request|get|createSocket|lookup|resolve\w*|Agent)\b[^}]*\} from 'node:(net|tls|https?|http2|dgram|dns)|from '(socket\.io-client|undici)'|(?<!\w)fetch\(/

it('speaks to nobody else', () => {
  // In a browser, `connect-src 'self'` holds a page to its hub.
  const inBrowser = /^(hub\/(console|trust)|kiosk\/(screen|phone)|room-panel|shared\/(ui|client))\//
  const found = sources.filter(path => !inBrowser.test(path) && connecting.test(readFileSync(join(root, path), 'utf8')))
  expect(found.sort()).toEqual(outward)
})

it.each(forbidden)('makes no %s (%s)', (_what, pattern) => {
  expect(sources.length).toBeGreaterThan(500)
  const found = sources.filter(path => {
    const code = readFileSync(join(root, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    return pattern.test(code)
  })
  expect(found).toEqual([])
})

it('leaves nothing but the dust on a screen to a chance that can be foreseen', () => {
  const found = sources.filter(path => /\bMath\.random\b/.test(readFileSync(join(root, path), 'utf8')))
  expect(found).toEqual(['shared/ui/dust.tsx'])
})
