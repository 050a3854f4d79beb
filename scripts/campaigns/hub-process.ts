/** A hub in a process of its own that is killed and started again on the same folder and port. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { flags as everyHub, threads } from '../build/node-settings.ts'
import { atTheLatest } from '../lib/at-the-latest.ts'
import { Announced } from '../start/announced.ts'

export interface HubProcess {
  readonly origin: string
  /** Resolves when it listens and has announced itself; rejects when it ended before. */
  start(): Promise<void>
  /** Begins to start it, and waits for nothing. */
  begin(): void
  /** SIGKILL; resolves when the process is gone. Nothing to kill is fine. */
  kill(): Promise<void>
  /** SIGTERM; resolves with its exit code. */
  stop(): Promise<number | null>
}

/** `script`: the program, beside the built scripts. */
export function createHubProcess(options: {
  readonly script: string
  readonly folder: string
  readonly port: number
  readonly env?: Readonly<Record<string, string>>
  /** Flags of Node's own. */
  readonly flags?: readonly string[]
}): HubProcess {
  const { script, folder, port, env, flags = [] } = options
  const path = fileURLToPath(new URL(script, import.meta.url))
  let child: ChildProcess | undefined
  let gone: Promise<number | null> = Promise.resolve(null)

  function begin(): ChildProcess {
    const started = fork(path, {
      env: {
        ...process.env,
        ...threads,
        ...env,
        DATA_DIR: folder,
        PORT: String(port),
        HOST: '127.0.0.1',
        LOG_LEVEL: 'error',
      },
      execArgv: [...everyHub, ...flags],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child = started
    const ended = atTheLatest(() => void started.kill('SIGKILL'))
    started.once('exit', ended)
    gone = new Promise(end => started.once('exit', code => end(code)))
    return started
  }

  return {
    origin: `http://127.0.0.1:${port}`,
    begin,
    start() {
      const started = begin()
      return new Promise((listening, failed) => {
        started.once('message', message => {
          v.parse(Announced, message)
          listening()
        })
        started.once('exit', code => failed(new Error(`the hub ended with ${code} before it listened`)))
      })
    },
    async kill() {
      child?.kill('SIGKILL')
      await gone
    },
    stop() {
      child?.kill('SIGTERM')
      return gone
    },
  }
}
