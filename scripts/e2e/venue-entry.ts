/** Makes the venue that every journey begins with, in the folder given: a program of its own, because the demo's songs are built in. */
import { createNodeFiles } from '../../hub/system/files.ts'
import { seedDemo } from '../demo/seed.ts'
import { evening } from './evening.ts'

const [, , folder = ''] = process.argv
await seedDemo({ files: createNodeFiles(), folder, now: evening, occupied: 0.2 })
