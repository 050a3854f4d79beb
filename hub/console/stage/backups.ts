/** The house's backups on the stage: those there are, and how putting one back goes. */
import type { AnswerOf } from '../../../shared/protocol/queries.ts'
import type { ConsoleSlices } from '../../../shared/protocol/views/console.ts'
import { tonight } from './evening.ts'

const hour = 3_600_000
const made = { at: tonight - 15 * hour, bytes: 6_204_000 }

export const backups: AnswerOf['Backups'] = {
  backups: [
    { name: 'changming-hand-20261123-110000.tar.gz', at: tonight - 2.5 * hour, bytes: 6_311_000, night: false },
    ...Array.from({ length: 14 }, (_, nights) => ({
      name: `changming-night-20261123-000000-${nights + 2}.tar.gz`,
      at: made.at - nights * 24 * hour,
      bytes: made.bytes - nights * 61_000,
      night: true,
    })),
  ],
}

export const backupStates = {
  checking: { made, restoring: { since: tonight - 4000, madeAt: made.at } },
  failed: { made, notRestored: { at: tonight - 60_000, why: 'unsound' } },
  partly: { made: { ...made, unreadable: 2 } },
  restored: { made, restored: { at: tonight - 60_000, madeAt: made.at, by: 's1' } },
} satisfies Record<string, ConsoleSlices['backup']>
