import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findChromium } from './find-chromium.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chromium-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function program(path: string, script: string): string {
  const file = join(root, path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return file
}

const works = 'echo Chromium 150.0.1'

test('takes the first on the path that starts', () => {
  program('a/chromium', 'echo please install the snap; exit 1')
  const good = program('b/chromium-browser', works)
  program('c/chromium', works)
  const path = ['a', 'b', 'c'].map(folder => join(root, folder)).join(delimiter)
  expect(findChromium({ PATH: path })).toBe(good)
})

test('takes the one that is named before any other', () => {
  program('a/chromium', works)
  const named = program('elsewhere/my-chrome', works)
  expect(findChromium({ PATH: join(root, 'a'), CHROMIUM_PATH: named })).toBe(named)
})

test('a name that leads nowhere does not hide the others', () => {
  const good = program('a/chromium', works)
  expect(findChromium({ PATH: join(root, 'a'), CHROMIUM_PATH: join(root, 'gone') })).toBe(good)
})
