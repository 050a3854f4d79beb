/** What one client, and all strangers together, may ask of the sockets. */
export const socketLimits = {
  strangersPerAddress: 20,
  strangersInAll: 300,
  framesPerSecond: 10,
  framesAtOnce: 20,
  /** Sent and not answered: our pages ask one thing after the other, and what a disk or a PIN is slow at does not pile up. */
  framesUnderWay: 40,
  /** How often one client may come anew: a page that is reloaded, a tablet between two access points. */
  linksPerSecond: 1,
  linksAtOnce: 30,
  /** Packets of any kind, refused ones too: above this a client is not in a hurry but an attack, and is cut off. */
  packetsPerSecond: 50,
  packetsAtOnce: 200,
  connectMs: 5000,
  /** Who knocks while the hub is still starting waits at the door so long, and so many, before they are told so. */
  startingMs: 4000,
  startingInAll: 2000,
  /** A dead panel is noticed after the sum of both. */
  pingMs: 2000,
  pongMs: 4000,
  /** Between the hub's goodbye and the end of the connection. */
  farewellMs: 300,
  frameBytes: 16 * 1024,
  /** Nothing gets through to a client: looked at so often, and cut off after so long, or when so much waits for it. */
  lookMs: 500,
  stalledMs: 4000,
  /** Wi-Fi behind three walls, bytes a ms. */
  weakLink: 30,
  waitingBytes: 4 * 1024 * 1024,
}
export type SocketLimits = typeof socketLimits
