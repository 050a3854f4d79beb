/** Where one player's mpv listens. */
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Id } from '../../shared/protocol/primitives.ts'

/** A socket's path holds about a hundred bytes. */
const longestPath = 100

/** Beside the pairing, where nobody else may write; the same each time, so that an mpv left behind is found again. */
export function ipcPath(state: string, device: Id, platform: NodeJS.Platform): string {
  // Pipes have names instead of places, all in one folder of their own.
  if (platform === 'win32') return `\\\\.\\pipe\\changming-${device}`
  const beside = join(dirname(state), `mpv-${device}.sock`)
  return Buffer.byteLength(beside) <= longestPath ? beside : join(tmpdir(), `changming-mpv-${device}.sock`)
}
