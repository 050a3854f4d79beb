/** A worker thread that is asked by number; its replies come back in any order. */
import { Worker } from 'node:worker_threads'
import type { Asked, Said } from './question.ts'

export interface Thread<Q> {
  answer(question: Q): Promise<unknown>
  /** It ended, or was ended. */
  readonly gone: boolean
  close(): Promise<void>
}

/** `died` is told once if it ends by itself, `passedOver` of what is damaged on the disk. */
export function startThread<Q>(
  script: URL,
  workerData: object,
  { died, passedOver }: { died: (error: unknown) => void; passedOver?: (what: string) => void },
): Thread<Q> {
  const worker = new Worker(script, { workerData })
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
  worker.on('message', (reply: Said) => {
    if ('passedOver' in reply) return passedOver?.(reply.passedOver)
    const waiting = asked.get(reply.number)
    asked.delete(reply.number)
    if ('error' in reply) waiting?.reject(new Error(reply.error))
    else waiting?.resolve(reply.value)
  })
  worker.on('error', end)
  worker.on('exit', code => end(new Error(`the worker thread ended with ${code}`)))
  return {
    answer: question =>
      new Promise((resolve, reject) => {
        // A thread that is gone would never answer.
        if (ended) return reject(ended)
        number += 1
        asked.set(number, { resolve, reject })
        const message: Asked<Q> = { number, question }
        worker.postMessage(message)
      }),
    get gone() {
      return closing || ended !== undefined
    },
    async close() {
      closing = true
      await worker.terminate()
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
