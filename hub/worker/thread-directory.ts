/** The directory in a worker thread: questions go by number, replies come back in any order. */
import { Worker } from 'node:worker_threads'
import type { Directory } from './directory.ts'
import { directoryOf } from './directory-of.ts'
import type { Asked, Question, Reply } from './question.ts'

/** `script` is the built worker; `died` is told once if the thread ends by itself. */
export function createThreadDirectory(deps: {
  script: URL
  folder: string
  died: (error: unknown) => void
}): Directory {
  const worker = new Worker(deps.script, { workerData: { folder: deps.folder } })
  const asked = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let number = 0
  let closing = false
  let ended: Error | undefined

  const end = (error: Error) => {
    if (ended) return
    ended = error
    for (const { reject } of asked.values()) reject(error)
    asked.clear()
    if (!closing) deps.died(error)
  }
  worker.on('message', (reply: Reply) => {
    const waiting = asked.get(reply.number)
    asked.delete(reply.number)
    if ('error' in reply) waiting?.reject(new Error(reply.error))
    else waiting?.resolve(reply.value)
  })
  worker.on('error', end)
  worker.on('exit', code => end(new Error(`the worker thread ended with ${code}`)))

  const ask = (question: Question): Promise<unknown> =>
    new Promise((resolve, reject) => {
      // A thread that is gone would never answer.
      if (ended) return reject(ended)
      number += 1
      asked.set(number, { resolve, reject })
      const message: Asked = { number, question }
      worker.postMessage(message)
    })

  // What it was told last it need not know when it is sent away: the next one reads the disk.
  const untold = (error: unknown) => {
    if (!closing && !ended) deps.died(error)
  }
  return directoryOf(ask, untold, async () => {
    closing = true
    await worker.terminate()
  })
}
