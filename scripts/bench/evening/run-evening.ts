/** A process of its own for a house and its hub: what one house has in memory is nothing to the others. */
import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import type { Principal } from '../../../hub/domain/principal.ts'
import { createToldClock } from '../../../hub/system/told-clock.ts'
import type { VenueHub } from '../../../hub/venue-hub.ts'
import { createThreadDirectory } from '../../../hub/worker/thread-directory.ts'
import { openToldHub, signIn } from '../../demo/told-hub.ts'
import { consoles, deskOf, lobby } from '../venue.ts'
import { EveningJob, Play } from './job.ts'
import { type Crew, createEvening, type EveningRoom } from './play-evening.ts'
import { createUnsyncedFiles } from './unsynced-files.ts'

export function runEvening(): void {
  process.once('message', message => {
    open(v.parse(EveningJob, message)).then(({ evening, hub }) => {
      process.on('message', asked => {
        evening.play(v.parse(Play, asked)).then(spent => process.send?.({ ...spent, seq: hub.kept }), failed)
      })
      process.send?.('open')
    }, failed)
  })
  process.once('disconnect', () => process.exit(0))
}

async function open({ folder, rooms, cards, behindMs }: EveningJob) {
  const clock = createToldClock(Date.now() - behindMs)
  const hub = await openToldHub({
    files: createUnsyncedFiles(),
    folder,
    clock,
    directory: catalogue =>
      createThreadDirectory({ catalogue, script: new URL('../hub/worker.js', import.meta.url), folder, died: failed }),
  })
  const crew: Crew = {
    kiosk: { kind: 'kiosk', device: lobby.kiosk },
    desk: await signIn(hub, deskOf(0), 'st1-lin', 'desk'),
    bar: { kind: 'station', device: consoles.bar, station: 'bar' },
    floor: { kind: 'station', device: consoles.floor, station: 'floor' },
  }
  watchAll(hub, crew, rooms)
  await rest()
  return { hub, evening: createEvening({ hub, clock, crew, rooms, cards }) }
}

/** As in a house, every screen is shown what becomes of it; how it would get there is no matter here. */
function watchAll(hub: VenueHub, crew: Crew, rooms: readonly EveningRoom[]): void {
  const panels = rooms.map(({ id, panel }): Principal => ({ kind: 'panel', device: panel, room: id }))
  const client = { send: () => undefined, health: () => undefined, join: () => undefined }
  for (const principal of [...Object.values(crew), ...panels]) hub.attach(principal, client, {})
}

const restMs = 500
/** What is read and counted after a start is over. */
const restingCpu = 0.1

async function rest(): Promise<void> {
  for (;;) {
    const since = process.cpuUsage()
    await pause(restMs)
    const { user, system } = process.cpuUsage(since)
    if ((user + system) / 1000 < restMs * restingCpu) return
  }
}

function failed(error: unknown): void {
  console.error(error)
  process.exit(1)
}
