/**
 * Clients that do not take what they are sent: a tablet in a dead corner, or somebody who lets the hub fill its memory.
 * A slow one is left alone as long as anything gets through; it is cut off when nothing does, or when too much waits.
 */
import type { IncomingMessage } from 'node:http'

/** What this file uses of engine.io's own socket, which is untyped here. */
export interface Sending {
  readonly request: Pick<IncomingMessage, 'socket'>
  readonly transport: { readonly socket?: { readonly bufferedAmount: number } }
}

export interface StalledLimits {
  /** Nothing got through for so long. */
  readonly stalledMs: number
  /** So much waits: many whole views. */
  readonly waitingBytes: number
}

export interface StalledWatch<C extends Sending> {
  /** Looks at each once; calls `cut` for those that are stalled. To be called every second or so. */
  look(connections: Iterable<C>, now: number, cut: (connection: C) => void): void
}

export function createStalledWatch<C extends Sending>({ stalledMs, waitingBytes }: StalledLimits): StalledWatch<C> {
  /** How far each had got, and when it last got further. */
  const seen = new WeakMap<C, { through: number; at: number }>()
  return {
    look(connections, now, cut) {
      for (const connection of connections) {
        const waiting = connection.transport.socket?.bufferedAmount ?? 0
        const through = connection.request.socket.bytesWritten - waiting
        const before = seen.get(connection)
        if (waiting === 0 || before === undefined || through > before.through)
          seen.set(connection, { through, at: now })
        else if (now - before.at >= stalledMs) cut(connection)
        if (waiting > waitingBytes) cut(connection)
      }
    },
  }
}
