/** Leaves socket.io's other transports out of the pages: the hub speaks WebSocket and nothing else. */
import type { Plugin } from 'vite'

const index = 'engine.io-client/build/esm/transports/index.js'

/** Its table of transports with one entry; polling and WebTransport are then reachable from nowhere. */
export function websocketOnly(): Plugin {
  return {
    name: 'changming:websocket-only',
    transform: {
      filter: { id: /engine\.io-client\/build\/esm\/transports\/index\.js$/ },
      handler(_code, id) {
        if (!id.replaceAll('\\', '/').endsWith(index)) return
        return {
          code: `import { WS } from './websocket.js'\nexport const transports = { websocket: WS }\n`,
          map: null,
        }
      },
    },
  }
}
