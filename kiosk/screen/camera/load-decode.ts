/** The decoder, fetched when it is wanted. A page from before the camera was switched on must not run it: it is loaded anew. */
import type { Decode } from './decode.ts'

const reloadedAt = 'cm-camera-reloaded'
const emptyModule = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00)

export async function loadDecodeHere(): Promise<Decode> {
  if (!mayCompile()) reloadOnce()
  const { loadDecode } = await import('./decode.ts')
  return loadDecode()
}

/** The page's own policy says whether WebAssembly may run in it. */
function mayCompile(): boolean {
  try {
    return new WebAssembly.Module(emptyModule) instanceof WebAssembly.Module
  } catch {
    return false
  }
}

/** Twice in a minute would mean that loading anew does not help. */
function reloadOnce(): void {
  if (Date.now() - Number(sessionStorage.getItem(reloadedAt) ?? 0) < 60_000) return
  sessionStorage.setItem(reloadedAt, String(Date.now()))
  location.reload()
}
