import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'playwright/test'

const program = join(import.meta.dirname, '../../dist/scripts/crash.js')

test('a hub that is killed under taps loses none of them and does none twice', async () => {
  // Nothing in it waits for a fixed time; a busy machine starts a hub late.
  const { stdout } = await promisify(execFile)(process.execPath, [
    program,
    ...['--kills', '3', '--panels', '8', '--no-controls'],
  ])
  expect(stdout).toContain('nothing lost, nothing doubled')
})
