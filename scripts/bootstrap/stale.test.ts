import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint } from './stale.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stale-'))
  mkdirSync(join(root, 'hub/console'), { recursive: true })
  write('hub/hub.ts', 'a')
})
afterEach(() => rmSync(root, { recursive: true }))

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text)
}

function print(): string {
  return fingerprint(root, ['hub', 'not-there'], ['hub/console'])
}

test.each([
  ['a changed file', () => write('hub/hub.ts', 'b')],
  ['a new file', () => write('hub/new.ts', '')],
  ['a file with a new name', () => write('hub/other.ts', 'a')],
])('%s makes it stale', (_name, change) => {
  const before = print()
  change()
  expect(print()).not.toBe(before)
})

test.each([
  ['a touch', () => utimesSync(join(root, 'hub/hub.ts'), 1, 1)],
  ['a test', () => write('hub/hub.test.ts', 'x')],
  ['what belongs to the other half', () => write('hub/console/app.tsx', 'x')],
])('%s does not', (_name, change) => {
  const before = print()
  change()
  expect(print()).toBe(before)
})
