/** Once before all journeys: the demo venue early in the evening, to be copied for each. */
import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

export default async function makeVenue(): Promise<void> {
  const root = join(import.meta.dirname, '../..')
  const folder = join(root, '.cache/journeys-venue')
  await rm(folder, { recursive: true, force: true })
  await promisify(execFile)(process.execPath, [join(root, 'dist/scripts/e2e-venue.js'), folder])
}
