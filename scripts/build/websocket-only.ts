/** Leaves socket.io's other transports out of the pages: the hub speaks WebSocket and nothing else. */
import type { Plugin } from 'vite'

const index = 'engine.io-client/build/esm/transports/index.js'

/**
 * Its table of transports with one entry; polling and WebTransport are then only handed on by name, which nobody takes. What
 * they do as soon as they are loaded is done for nobody.
 */
export function websocketOnly(): Plugin {
  return {
    name: 'changming:websocket-only',
    transform: {
      filter: { id: /engine\.io-client\/build\/esm\/transports\/(index|polling.*|webtransport)\.js$/ },
      handler(code, id) {
        const table = id.replaceAll('\\', '/').endsWith(index)
        return {
          code: table ? `import { WS } from './websocket.js'\nexport const transports = { websocket: WS }\n` : code,
          map: null,
          moduleSideEffects: false,
        }
      },
    },
  }
}
