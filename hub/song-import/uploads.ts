/** A file on its way from a console, piece by piece: in memory only, one at a time, and not for ever. */
import type { Id } from '../../shared/protocol/primitives.ts'

/** A list of 300,000 songs is 20 MB. */
export const mostBytes = 64 * 1024 * 1024
/** More than a console sends in one. */
export const pieceBytes = 512 * 1024
/** Since its last piece: whoever looks at a preview may take a call first. Ms. */
const keptMs = 20 * 60_000

export interface Uploads {
  /** False: it does not go on where the last piece ended, or grows too big. */
  take(upload: Id, at: number, piece: Uint8Array): boolean
  /** The whole of it, made for who asks. */
  bytes(upload: Id): Uint8Array<ArrayBuffer> | undefined
  drop(upload: Id): void
}

export function createUploads(now: () => number): Uploads {
  let current: { upload: Id; pieces: Uint8Array[]; size: number; since: number } | undefined
  const fresh = () => {
    if (current && now() - current.since > keptMs) current = undefined
    return current
  }
  return {
    take(upload, at, piece) {
      // Another file, or the same from its start.
      if (at === 0) current = { upload, pieces: [], size: 0, since: now() }
      const going = fresh()
      if (going?.upload !== upload) return false
      // A piece whose answer was lost comes again.
      if (at < going.size) return at + piece.length === going.size
      if (at > going.size || going.size + piece.length > mostBytes) return false
      going.pieces.push(piece)
      going.size += piece.length
      going.since = now()
      return true
    },
    bytes(upload) {
      const whole = fresh()
      if (whole?.upload !== upload) return undefined
      // Of nobody else's memory, so that it can be given away: small buffers of Node's share one.
      const bytes = new Uint8Array(whole.size)
      let at = 0
      for (const piece of whole.pieces) {
        bytes.set(piece, at)
        at += piece.length
      }
      return bytes
    },
    drop(upload) {
      if (current?.upload === upload) current = undefined
    },
  }
}
