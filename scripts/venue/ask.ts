/** Questions in the terminal, one a line, each with an answer that will do. */
import { createInterface, type Interface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { messageOf } from '../lib/message-of.ts'

export interface Asking {
  /** Asks until `read` takes the answer; an empty one is `otherwise`. Throws {@link WentBack}. */
  ask<T>(question: string, otherwise: string, read: (text: string) => T): Promise<T>
  /** Twice, and nothing of it is shown. Throws {@link WentBack}. */
  askSecret(question: string, again: string, read: (text: string) => string): Promise<string>
  tell(text: string): void
  close(): void
}

/** `input` ended: nobody is there to answer. */
export class NobodyAnswers extends Error {}
/** To the question before was asked for instead of an answer. */
export class WentBack extends Error {}

export function createAsking(
  input: NodeJS.ReadableStream = process.stdin,
  output: NodeJS.WritableStream = process.stdout,
): Asking {
  let silent = false
  // What readline echoes goes through here, so that a PIN is not shown.
  const echo = new Writable({
    write(chunk, _encoding, done) {
      if (!silent) output.write(chunk)
      done()
    },
  })
  const terminal = 'isTTY' in input && input.isTTY === true
  // No history: the arrow key would show the PIN at the next question.
  const lines = createInterface({ input, output: echo, terminal, historySize: 0 })
  const next = nextLine(lines)

  async function line(question: string): Promise<string> {
    output.write(`  ${question} `)
    return next()
  }

  async function ask<T>(question: string, otherwise: string, read: (text: string) => T): Promise<T> {
    for (;;) {
      const answer = await line(`${question} [${otherwise}]`)
      if (isBack(answer)) throw new WentBack()
      try {
        return read(answer.trim() === '' ? otherwise : answer)
      } catch (error) {
        output.write(`    ${messageOf(error)}\n`)
      }
    }
  }

  async function secret(question: string): Promise<string> {
    output.write(`  ${question} `)
    silent = true
    try {
      return await next()
    } finally {
      silent = false
      output.write('\n')
    }
  }

  return {
    ask,
    async askSecret(question, again, read) {
      for (;;) {
        try {
          const typed = await secret(question)
          if (isBack(typed)) throw new WentBack()
          const first = read(typed)
          const second = await secret(again)
          if (second === first) return first
          if (!isBack(second)) output.write('    两次不一样 not the same twice\n')
        } catch (error) {
          if (error instanceof NobodyAnswers || error instanceof WentBack) throw error
          output.write(`    ${messageOf(error)}\n`)
        }
      }
    },
    tell: text => void output.write(`${text}\n`),
    close: () => lines.close(),
  }
}

/** Lines that came before they were asked for are kept: answers may be piped in. */
function nextLine(lines: Interface): () => Promise<string> {
  const kept: string[] = []
  const waiting: { take: (line: string) => void; fail: (error: Error) => void }[] = []
  let ended = false
  lines.on('line', line => {
    const one = waiting.shift()
    if (one) one.take(line)
    else kept.push(line)
  })
  lines.on('close', () => {
    ended = true
    for (const { fail } of waiting.splice(0)) fail(new NobodyAnswers())
  })
  return () => {
    const line = kept.shift()
    if (line !== undefined) return Promise.resolve(line)
    if (ended) return Promise.reject(new NobodyAnswers())
    return new Promise((take, fail) => void waiting.push({ take, fail }))
  }
}

/** As a Chinese keyboard writes it, too. */
const isBack = (answer: string): boolean => /^[<＜《]$/.test(answer.trim())
