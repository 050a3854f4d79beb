/** The sockets of several ports as one. */
import type { Sockets } from './create-sockets.ts'

export function joinSockets(all: readonly Sockets[]): Sockets {
  return {
    broadcaster: {
      view(audience, frame) {
        for (const { broadcaster } of all) broadcaster.view(audience, frame)
      },
      health(health) {
        for (const { broadcaster } of all) broadcaster.health(health)
      },
    },
    open(door) {
      for (const sockets of all) sockets.open(door)
    },
    online: device => all.some(sockets => sockets.online(device)),
    askForRenewal() {
      for (const sockets of all) sockets.askForRenewal()
    },
    async close() {
      await Promise.all(all.map(sockets => sockets.close()))
    },
  }
}
