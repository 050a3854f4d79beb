/** Runs the simulated guests and staff of the demo in a process of their own, on real sockets, as long as the hub is there. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { say } from './print.ts'

export interface SupervisedSimulation {
  /** Starts it once; later calls find it running: its sockets come back by themselves. */
  start(origin: string): void
  stop(): Promise<void>
}

/** `trusted`: the certificate of the authority that the hub's own is by, where it has one. */
export function superviseSimulation(folder: string, trusted: string): SupervisedSimulation {
  const script = fileURLToPath(new URL('./simulate.js', import.meta.url))
  let child: ChildProcess | undefined
  let stopping = false
  return {
    start(origin) {
      if (child) return
      child = fork(script, ['--hub', origin, '--data', folder, '--quiet'], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        env: { ...process.env, ...(origin.startsWith('https:') && { NODE_EXTRA_CA_CERTS: trusted }) },
      })
      child.on('exit', code => {
        child = undefined
        // The venue goes on without its simulated guests; the next start of the hub tries again.
        if (!stopping) say('simulationEnded', { code: code ?? '-' })
      })
    },
    stop() {
      stopping = true
      const running = child
      if (!running) return Promise.resolve()
      return new Promise(ended => {
        running.once('exit', () => ended())
        running.kill('SIGTERM')
      })
    },
  }
}
