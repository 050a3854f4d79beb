/** docs/security.md names each secret, each way out of the hub and each line of its log. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const told = readFileSync(join(root, 'docs/security.md'), 'utf8')
const hub = readdirSync(join(root, 'hub'), { recursive: true, encoding: 'utf8' })
  .filter(path => /\.ts$/.test(path) && !/\.(test|testing)\.ts$/.test(path))
  .map(path => readFileSync(join(root, 'hub', path), 'utf8'))
  .join('\n')

const found = (pattern: RegExp): string[] => [...new Set([...hub.matchAll(pattern)].map(([, what = '']) => what))]
const untold = (names: readonly string[]) => names.filter(name => !told.includes(`\`${name}\``))

it('names every secret', () => {
  const secrets = found(/\bsecret\('([\w.]+)'\)/g)
  expect(secrets.length).toBeGreaterThan(4)
  expect(untold(secrets)).toEqual([])
})

it('names every line of the log', () => {
  const events = found(/\blog\('(?:info|warn|error)', '([\w-]+)'/g)
  const messages = found(/\blog\.(?:info|warn|error|fatal)\((?:[^()]|\([^()]*\))*?'([^']+)'\)/g)
  expect(Math.min(events.length, messages.length)).toBeGreaterThan(10)
  expect(untold([...events, ...messages])).toEqual([])
})
