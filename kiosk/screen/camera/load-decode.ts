/** The decoder, fetched when it is wanted. A page from before the camera was switched on must not run it: it is loaded anew. */
import { reloadPage } from '../../../shared/client/reload.ts'
import type { Decode } from './decode.ts'

const emptyModule = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00)

export async function loadDecodeHere(): Promise<Decode> {
  // Counted by itself: the page may have been loaded anew for something else just before the camera was switched on.
  if (!mayCompile()) reloadPage(() => undefined, 'cm-camera-reloaded')
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
