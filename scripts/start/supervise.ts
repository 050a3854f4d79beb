/** Keeps a hub running in a process of its own: whatever ends it, power cut or crash, it comes back. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { flags, threads } from '../build/node-settings.ts'
import { Announced } from './announced.ts'
import { say } from './print.ts'

export interface SupervisedHub {
  /** SIGKILL, as a power cut would; it is started again. */
  cut(): void
  stop(): Promise<void>
}

/** A hub that ended with this code said why and what to do; starting it again would say the same. */
const cannotStart = 2
/** It ended in order to start from a backup. */
const startAgain = 3
/** Its address is not there: mistyped, or a cable came out. What has been open once is tried again. */
const addressAway = 4
const restartAfterMs = { first: 200, most: 5000 }

export function superviseHub(deps: {
  env: NodeJS.ProcessEnv
  ready: (announced: Announced & { starts: number; seconds: number }) => void
}): SupervisedHub {
  const script = fileURLToPath(new URL('../hub/main.js', import.meta.url))
  let child: ChildProcess
  let starts = 0
  let failures = 0
  let stopping = false
  let restart: NodeJS.Timeout | undefined

  const start = () => {
    const since = performance.now()
    child = fork(script, {
      env: { ...threads, ...deps.env },
      execArgv: [...flags, ...process.execArgv],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    child.on('message', message => {
      const announced = v.safeParse(Announced, message)
      if (!announced.success) return
      starts += 1
      failures = 0
      deps.ready({ ...announced.output, starts, seconds: Math.round((performance.now() - since) / 100) / 10 })
    })
    child.on('exit', (code, signal) => {
      if (stopping) return
      if (code === cannotStart || (code === addressAway && starts === 0)) process.exit(code)
      if (code === startAgain) {
        say('restoring')
        return start()
      }
      say(signal === 'SIGKILL' ? 'cut' : 'crashed', { code: code ?? String(signal) })
      restart = setTimeout(start, Math.min(restartAfterMs.first * 2 ** failures, restartAfterMs.most))
      failures += 1
    })
  }
  start()

  return {
    cut: () => void child.kill('SIGKILL'),
    stop() {
      stopping = true
      clearTimeout(restart)
      if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
      return new Promise(ended => {
        child.once('exit', () => ended())
        child.kill('SIGTERM')
      })
    },
  }
}
