/**
 * Clients that do not take what they are sent: a tablet in a dead corner, or somebody who lets the hub fill its memory.
 * Cut off when nothing gets through, or when too much waits. How far a write has got the system does not say, only when
 * all of it is through: a large one is given the time that a weak link needs for it.
 */
import type { IncomingMessage } from 'node:http'

/** What this file uses of engine.io's own socket, which is untyped here. */
export interface Sending {
  readonly request: Pick<IncomingMessage, 'socket'>
  readonly transport: { readonly socket?: { readonly bufferedAmount: number } }
  /** What was not even begun to be sent: engine.io waits for what it sent before. */
  readonly writeBuffer: readonly { readonly data?: unknown }[]
}

export interface StalledLimits {
  /** Nothing got through for so long, and for as long besides as the write under way takes a weak link. */
  readonly stalledMs: number
  /** Bytes a ms that the weakest link carries. */
  readonly weakLink: number
  /** So much waits: many whole views. */
  readonly waitingBytes: number
}

export interface StalledWatch<C extends Sending> {
  /** Looks at each once; calls `cut` for those that are stalled. To be called every second or so. */
  look(connections: Iterable<C>, now: number, cut: (connection: C) => void): void
}

export function createStalledWatch<C extends Sending>(limits: StalledLimits): StalledWatch<C> {
  const { stalledMs, weakLink, waitingBytes } = limits
  /** How far each had got, and when it last got further. */
  const seen = new WeakMap<C, { through: number; at: number }>()
  return {
    look(connections, now, cut) {
      for (const connection of connections) {
        const sending = connection.transport.socket?.bufferedAmount ?? 0
        const through = connection.request.socket.bytesWritten - sending
        const before = seen.get(connection)
        if (before === undefined) seen.set(connection, { through, at: now })
        else if (sending === 0 || through > before.through) {
          // In place: a new object for each screen each second is work for the collector, and it is done while guests tap.
          before.through = through
          before.at = now
        } else if (now - before.at >= stalledMs + sending / weakLink) cut(connection)
        if (sending + unsent(connection) > waitingBytes) cut(connection)
      }
    },
  }
}

const unsent = ({ writeBuffer }: Sending): number =>
  writeBuffer.reduce((sum, { data }) => sum + (typeof data === 'string' ? data.length : 0), 0)
