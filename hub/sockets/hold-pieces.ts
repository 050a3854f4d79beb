/**
 * In how many pieces a client may send one message. Pieces are no packets: nothing counts them before the message is whole, and
 * empty ones have no size either, so that one link without a token could keep the hub reading them and nothing else.
 */

/** A browser makes one of what a page of ours says, and seldom two. */
const most = 16

/** `engine` has no such option; it hands its own WebSocket server's on to each link. */
export function holdPieces(engine: object): void {
  const server = 'ws' in engine ? engine.ws : undefined
  const options = typeof server === 'object' && server !== null && 'options' in server ? server.options : undefined
  if (typeof options !== 'object' || options === null) throw new Error('engine.io keeps its WebSocket server elsewhere')
  Object.assign(options, { maxFragments: most })
}
