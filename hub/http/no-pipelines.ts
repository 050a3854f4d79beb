/**
 * No browser asks for the next thing on a connection before it has the one before. Who sends a thousand requests in one breath has
 * them all answered in one turn of the loop, rate limit or not, and the house's taps wait for that: such a connection is cut.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** What may be under way when an answer and the next request cross. */
const mostAtOnce = 8

/** By connection, whoever answers on it: pages and socket.io take turns. */
const underWay = new WeakMap<Socket, number>()

/** False: this request is one too many on its connection, which is cut; nothing is to be done for it. */
export function isInTurn({ socket }: IncomingMessage, response: ServerResponse): boolean {
  // What was parsed after the cut.
  if (socket.destroyed) return false
  const count = (underWay.get(socket) ?? 0) + 1
  if (count > mostAtOnce) {
    socket.destroy()
    return false
  }
  underWay.set(socket, count)
  response.once('close', () => underWay.set(socket, (underWay.get(socket) ?? 1) - 1))
  return true
}
