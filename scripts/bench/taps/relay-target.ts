/** A bare relay as a target: as many panels, as many consoles, the same taps. */
import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import * as v from 'valibot'
import type { ClientToRelay, RelayToClient } from '../relay.ts'
import type { TapJob } from './job.ts'
import { tapOf } from './tap-plan.ts'
import { openAll, patienceMs, type Target, watching } from './target.ts'

const Tap = v.object({ panel: v.number() })

export async function connectRelay(origin: string, { drinks, panels: count }: TapJob): Promise<Target> {
  const outbox = `b${randomUUID()}`
  const consoles = await openAll(watching, console => connect(origin, console))
  const panels = await openAll(count, async () => ({ socket: await connect(origin), taps: 0 }))
  return {
    async tap(index) {
      const panel = panels[index]
      if (!panel) throw new RangeError(`no panel ${index}`)
      const command = tapOf(panel.taps, drinks)
      panel.taps += 1
      // What a panel sends the hub, and which panel it was: nobody looks that up here.
      const tap = { tappedAt: Date.now(), visit: 'v0123456789', outbox, n: panel.taps, command, panel: index }
      return (await panel.socket.timeout(patienceMs).emitWithAck('tap', tap)).ok
    },
    onHeard(listener) {
      consoles[0]?.on('tap', tap => listener(v.parse(Tap, tap).panel))
    },
    close() {
      for (const socket of [...consoles, ...panels.map(({ socket }) => socket)]) socket.disconnect()
    },
  }
}

type RelaySocket = Socket<RelayToClient, ClientToRelay>

function connect(origin: string, console?: number): Promise<RelaySocket> {
  const socket: RelaySocket = io(origin, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { console },
  })
  return new Promise((connected, failed) => {
    socket.once('connect', () => connected(socket))
    socket.once('connect_error', failed)
  })
}
