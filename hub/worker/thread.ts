/** A worker thread that is asked by number; its replies come back in any order. */
import { Worker } from 'node:worker_threads'
import type { Asked, Said } from './question.ts'

export interface Thread<Q> {
  /** Starts it; else the first question does. */
  begin(): void
  answer(question: Q): Promise<unknown>
  /** It ended, or was ended. */
  readonly gone: boolean
  close(): Promise<void>
}

/** It starts with the first question. `died` is told once if it ends by itself, `passedOver` of what is damaged on the disk. */
export function createThread<Q>(
  script: URL,
  workerData: object,
  { died, passedOver }: { died: (error: unknown) => void; passedOver?: (what: string) => void },
): Thread<Q> {
  let worker: Worker | undefined
  const asked = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let number = 0
  let closing = false
  let ended: Error | undefined

  const end = (error: Error) => {
    if (ended) return
    ended = error
    for (const { reject } of asked.values()) reject(error)
    asked.clear()
    if (!closing) died(error)
  }
  const hear = (reply: Said) => {
    if ('passedOver' in reply) return passedOver?.(reply.passedOver)
    const waiting = asked.get(reply.number)
    asked.delete(reply.number)
    if ('error' in reply) waiting?.reject(new Error(reply.error))
    else waiting?.resolve(reply.value)
  }
  const start = (): Worker => {
    const started = new Worker(script, { workerData })
    started.on('message', hear)
    started.on('error', end)
    started.on('exit', code => end(new Error(`the worker thread ended with ${code}`)))
    return started
  }
  const running = (): Worker => {
    worker ??= start()
    return worker
  }
  return {
    begin: () => void running(),
    answer: question =>
      new Promise((resolve, reject) => {
        // A thread that is gone would never answer.
        if (ended) return reject(ended)
        number += 1
        asked.set(number, { resolve, reject })
        const message: Asked<Q> = { number, question }
        running().postMessage(message)
      }),
    get gone() {
      return closing || ended !== undefined
    },
    async close() {
      closing = true
      end(new Error('the worker thread was ended'))
      await worker?.terminate()
    },
  }
}

/** One that answers once, and ends. `given`: what is its own from then on, and is not copied. */
export function askOnce(script: URL, workerData: object, given: readonly ArrayBuffer[] = []): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData, transferList: [...given] })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', code => reject(new Error(`the worker thread ended with ${code}`)))
  })
}
