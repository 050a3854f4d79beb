/** Takes a port, and looks beforehand whether one can be taken. */
import { createServer, type Server } from 'node:net'

/** Answers the port, which the system chooses when asked for 0. Rejects with Node's own error. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((listening, failed) => {
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      const address = server.address()
      listening(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** Rejects as {@link listen} would: for whoever is about to change what cannot be taken back by a port that is free. */
export async function tryToListen(host: string, ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    const server = createServer(socket => socket.destroy())
    await listen(server, port, host)
    await new Promise(closed => server.close(closed))
  }
}
