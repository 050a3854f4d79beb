/** The reader's process seen from outside: what it said so far, and waiting until it says something. */
import { type ChildProcess, fork } from 'node:child_process'
import * as v from 'valibot'
import { readerStates } from '../../shared/protocol/readers.ts'

const Scan = v.variant('kind', [
  v.object({ kind: v.picklist(['card', 'code']), text: v.string() }),
  v.object({ kind: v.literal('unreadable') }),
])
const Said = v.variant('said', [
  v.object({ said: v.literal('touch'), scan: Scan, reader: v.string(), ageMs: v.number() }),
  v.object({
    said: v.literal('readers'),
    list: v.array(v.object({ id: v.string(), model: v.string(), state: v.picklist(readerStates) })),
  }),
  v.object({ said: v.literal('failed'), why: v.string() }),
  v.object({ said: v.picklist(['watching', 'blocking']) }),
])
type Said = v.InferOutput<typeof Said>
export type SeenTouch = Extract<Said, { said: 'touch' }>

export interface Witness {
  /** Since the last call. */
  takeTouches(): readonly SeenTouch[]
  readonly touches: readonly SeenTouch[]
  readonly failures: readonly string[]
  /** `model state` of each reader, in the order of their ids. */
  readers(): readonly string[]
  /** Resolves as soon as `seen` holds after something was said; rejects with what is there instead after `withinMs`. */
  until(what: string, seen: () => boolean, withinMs?: number): Promise<void>
  block(ms: number): Promise<void>
  stop(): Promise<void>
}

const patienceMs = 20_000

/** Starts the process as a user without any rights but those that its group is granted. */
export async function startWitness(script: string, user: { uid: number; gid: number }): Promise<Witness> {
  const child: ChildProcess = fork(script, { ...user, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  let touches: SeenTouch[] = []
  const failures: string[] = []
  const heard = new Set<string>()
  let list: readonly string[] = []
  const waiting = new Set<() => void>()

  child.on('message', message => {
    const said = v.parse(Said, message)
    heard.add(said.said)
    if (said.said === 'touch') touches.push(said)
    else if (said.said === 'failed') failures.push(said.why)
    else if (said.said === 'readers') list = said.list.map(({ model, state }) => `${model} ${state}`)
    for (const look of waiting) look()
  })
  child.on('exit', (code, signal) => {
    failures.push(`the reader ended: ${code ?? signal}`)
    heard.add('exit')
    for (const look of waiting) look()
  })

  const witness: Witness = {
    get touches() {
      return touches
    },
    takeTouches() {
      const taken = touches
      touches = []
      return taken
    },
    failures,
    readers: () => list,
    until: (what, seen, withinMs = patienceMs) =>
      new Promise((done, failed) => {
        const end = (tell: () => void) => {
          clearTimeout(timer)
          waiting.delete(look)
          tell()
        }
        const look = () => {
          if (seen()) end(done)
          else if (heard.has('exit')) end(() => failed(new Error(`${what}: ${failures.at(-1)}`)))
        }
        const timer = setTimeout(() => {
          const state = `${touches.length} touches, readers ${list.join(', ') || 'none'}`
          end(() =>
            failed(new Error(`${what}: not within ${withinMs} ms (${state}; ${failures.at(-1) ?? 'no failure'})`)),
          )
        }, withinMs)
        waiting.add(look)
        look()
      }),
    async block(ms) {
      heard.delete('blocking')
      child.send({ tell: 'block', ms })
      await witness.until('the loop blocks', () => heard.has('blocking'))
    },
    stop: () =>
      new Promise(ended => {
        child.once('exit', () => ended())
        child.send({ tell: 'stop' })
      }),
  }
  await witness.until('the reader starts', () => heard.has('watching'))
  return witness
}
