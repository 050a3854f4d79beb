/** A crowd at a bare relay: as many panels, as many consoles, the same taps, and back after the same delays. */
import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import * as v from 'valibot'
import type { ClientToRelay, RelayToClient } from '../relay.ts'
import { openAll, watching } from '../taps/target.ts'
import { type Client, type Crowd, comesBack, createCrowd } from './crowd.ts'

type RelaySocket = Socket<RelayToClient, ClientToRelay>

const Tap = v.object({ panel: v.number() })
const patienceMs = 60_000

export async function crowdAtRelay(origin: string): Promise<Crowd> {
  const consoles = await openAll(watching, console => connect(origin, console))
  return createCrowd({
    consoles: consoles.map(coming),
    async open(panel) {
      const socket = await connect(origin)
      const outbox = `b${randomUUID()}`
      let n = 0
      return {
        ...coming(socket),
        async tap() {
          n += 1
          const command = { type: 'SetDoNotDisturb', on: n % 2 === 1 }
          const tap = { tappedAt: Date.now(), visit: 'v0123456789', outbox, n, command, panel }
          return (await socket.timeout(patienceMs).emitWithAck('tap', tap)).ok
        },
      }
    },
    onHeard(listener) {
      consoles[0]?.on('tap', tap => listener(v.parse(Tap, tap).panel))
    },
  })
}

const coming = (socket: RelaySocket): Pick<Client, 'onceBack' | 'close'> => ({
  onceBack: back => void socket.once('disconnect', () => socket.once('connect', back)),
  close: () => void socket.disconnect(),
})

function connect(origin: string, console?: number): Promise<RelaySocket> {
  const socket: RelaySocket = io(origin, {
    transports: ['websocket'],
    forceNew: true,
    auth: { console },
    ...comesBack,
  })
  return new Promise((connected, failed) => {
    socket.once('connect', () => connected(socket))
    socket.once('connect_error', failed)
  })
}
