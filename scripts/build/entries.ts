/** The programs that run on Node: where each one starts and under which name it is built. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Name in `dist/` (without `.js`) → source. Every one lies exactly one folder deep, as shared chunks do. */
const sources = {
  'hub/main': 'hub/launch.ts',
  'hub/program': 'hub/main.ts',
  'hub/worker': 'hub/worker/worker.ts',
  'scripts/start': 'scripts/start.ts',
  'scripts/simulate': 'scripts/simulate.ts',
  'scripts/venue': 'scripts/venue.ts',
  'scripts/tls': 'scripts/tls.ts',
  'scripts/journal': 'scripts/journal.ts',
  'scripts/backup': 'scripts/backup.ts',
  'scripts/restore': 'scripts/restore.ts',
  'scripts/doctor': 'scripts/doctor.ts',
  'scripts/torn': 'scripts/torn.ts',
  'scripts/crash': 'scripts/campaigns/crash-main.ts',
  'scripts/powercut': 'scripts/campaigns/powercut-main.ts',
  'scripts/loss': 'scripts/campaigns/loss-main.ts',
  'scripts/soak': 'scripts/campaigns/soak-main.ts',
  'scripts/weakened-hub': 'scripts/campaigns/weakened-hub.ts',
  'scripts/bench': 'scripts/bench.ts',
  'scripts/bench-gauge': 'scripts/bench/gauge.ts',
  'scripts/shots': 'scripts/shots/main.ts',
  'scripts/e2e-hub': 'scripts/e2e/hub-entry.ts',
  'scripts/e2e-venue': 'scripts/e2e/venue-entry.ts',
  'scripts/insight': 'scripts/insight.ts',
  'scripts/player': 'scripts/player.ts',
  'scripts/printer': 'scripts/printer.ts',
  'scripts/reader': 'kiosk/reader/main.ts',
  'scripts/reader-vm': 'scripts/reader-vm/main.ts',
  'scripts/reader-vm-guest': 'scripts/reader-vm/guest.ts',
  'scripts/reader-vm-process': 'scripts/reader-vm/reader-process.ts',
} as const

/** Name → absolute path of the source, for the programs that exist. */
export function findEntries(root: string): Record<string, string> {
  const entries = Object.entries(sources).map(([name, source]) => [name, join(root, source)] as const)
  return Object.fromEntries(entries.filter(([, file]) => existsSync(file)))
}
