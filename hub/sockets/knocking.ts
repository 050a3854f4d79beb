/** Who knocks, before there is a socket: foreign pages and floods cost an HTTP answer and no more, and a starting hub lets wait. */
import type { IncomingMessage } from 'node:http'
import type { HandshakeRefusal } from '../../shared/protocol/wire.ts'
import { addressOf, type Gate } from '../http/own-names.ts'
import { createAdmission } from './admission.ts'
import type { SocketLimits } from './limits.ts'

export interface Knocking {
  /** For socket.io's option of that name. */
  allowRequest(request: IncomingMessage, decide: (refusal: string | null, allowed: boolean) => void): void
  /** Who came by it is a paired device, and counts among the strangers no more. */
  known(request: IncomingMessage): void
  /** Whoever waits is answered. */
  letIn(): void
}

export function createKnocking(deps: {
  gate: Gate
  limits: SocketLimits
  isOpen: () => boolean
  holdsDevice: (request: IncomingMessage) => boolean
}): Knocking {
  const { gate, limits, isOpen } = deps
  const admission = createAdmission({ perAddress: limits.strangersPerAddress, inAll: limits.strangersInAll })
  const places = new WeakMap<IncomingMessage, () => void>()
  const early = new Set<() => void>()

  function knock(request: IncomingMessage): HandshakeRefusal | null {
    if (!gate.isOwnOrigin(request)) return 'bad-origin'
    // Before the hub is there nobody can be known: devices queue with the strangers, and hear that it is starting.
    if (isOpen() && deps.holdsDevice(request)) return null
    const leave = admission.admit(addressOf(request))
    if (!leave) return 'too-many'
    places.set(request, leave)
    request.socket.once('close', leave)
    return null
  }

  /** A house comes back all at once, and sooner than its hub: turned away each would try again only a second later. */
  function waitAtDoor({ socket }: IncomingMessage, answer: () => void): void {
    // Until it is let in nobody else listens, and a broken line without a listener would end the process.
    const broken = () => void socket.destroy()
    const forget = () => {
      clearTimeout(tooLong)
      early.delete(leave)
      socket.off('close', forget)
    }
    const leave = () => {
      forget()
      answer()
      socket.off('error', broken)
    }
    const tooLong = setTimeout(leave, limits.startingMs)
    tooLong.unref()
    early.add(leave)
    socket.on('error', broken)
    socket.once('close', forget)
  }

  return {
    allowRequest(request, decide) {
      const answer = () => {
        const refusal = knock(request)
        decide(refusal, refusal === null)
      }
      if (isOpen() || early.size >= limits.startingInAll || !gate.isOwnOrigin(request)) answer()
      else waitAtDoor(request, answer)
    },
    known: request => places.get(request)?.(),
    letIn() {
      for (const leave of [...early]) leave()
    },
  }
}
