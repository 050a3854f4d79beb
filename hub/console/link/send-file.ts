/** A file of any size to the hub, in pieces; one that got lost goes again. */
import type { Id } from '../../../shared/protocol/primitives.ts'

/** The hub waits 10 s for a request: so much gets through Wi-Fi behind three walls, of 30 KB a second, in half of that. */
export const pieceBytes = 128 * 1024
const tries = 4
const pauseMs = 1500

/** `upload` names it; `sent` is told after each piece. False: the hub does not take it. */
export async function sendFile(device: Id, upload: Id, file: Blob, sent: (bytes: number) => void): Promise<boolean> {
  for (let at = 0; at === 0 || at < file.size; at += pieceBytes) {
    const piece = file.slice(at, at + pieceBytes)
    if (!(await sendPiece(`/songs-file/${device}/${upload}/${at}`, piece))) return false
    sent(Math.min(file.size, at + pieceBytes))
  }
  return true
}

async function sendPiece(path: string, piece: Blob): Promise<boolean> {
  for (let turn = 1; ; turn += 1) {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: piece,
    }).catch(() => undefined)
    if (answer?.ok) return true
    // The hub said no: once more would hear the same.
    if (turn === tries || (answer && answer.status < 500 && !passes.has(answer.status))) return false
    await new Promise(next => setTimeout(next, pauseMs))
  }
}

/** It was too long on its way; it came too soon. */
const passes: ReadonlySet<number> = new Set([408, 429])
