/** Once before all journeys: the demo venue as it is before anybody came, to be copied for each. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createNodeFiles } from '../../hub/files.ts'
import { seedDemo } from '../demo/seed.ts'
import { evening } from './house.ts'

export default async function makeVenue(): Promise<void> {
  const folder = join(import.meta.dirname, '../../.cache/journeys-venue')
  await rm(folder, { recursive: true, force: true })
  await seedDemo({ files: createNodeFiles(), folder, now: evening, occupied: 0.2 })
}
