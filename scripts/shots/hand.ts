/** A device that the evening's script plays on a real socket: it taps, and waits until the house looks as it should. */
import type { Result } from '../../shared/protocol/answer.ts'
import type { PeopleCommand } from '../../shared/protocol/commands.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { SlicesOf, Surface } from '../../shared/protocol/wire.ts'
import { connectDevice } from '../lib/device-client.ts'
import type { House } from './house.ts'

export interface Hand<S extends Surface> {
  one<K extends keyof SlicesOf[S] & string>(kind: K): SlicesOf[S][K] | undefined
  all<K extends keyof SlicesOf[S] & string>(kind: K): readonly SlicesOf[S][K][]
  /** What the hub answers; throws with its refusal, because the script is wrong then. */
  tap(command: PeopleCommand, visit?: Id): Promise<Result>
  /** The first answer of `find` that is not undefined, now or after a change of the view. */
  sees<T>(what: string, find: () => T | undefined): Promise<T>
  close(): void
}

const patienceMs = 60_000

export async function holdDevice<S extends Surface>(house: House, surface: S, device: Id): Promise<Hand<S>> {
  const token = house.keys.tokens[device]
  if (token === undefined) throw new Error(`${device} is no device of the demo`)
  const client = await connectDevice({
    origin: house.origin,
    device,
    token,
    shown: surface !== 'reader',
    // Making a film keeps this process so busy that a link may be given up.
    reconnection: true,
  })
  // Whoever plays them hears what sounds.
  if (surface === 'console') client.hearCalls()
  return {
    // The hub's view of this surface: both ends are built together.
    one: kind => client.slice(kind) as SlicesOf[S][typeof kind] | undefined,
    all: kind => [...client.slices(`${kind}/`).values()] as SlicesOf[S][typeof kind][],
    async tap(command, visit) {
      // The hub lets nobody tap faster than a hand.
      await house.turn(200)
      const answer = await client.command(command, { tappedAt: house.now(), ...(visit !== undefined && { visit }) })
      if (!answer.ok) throw new Error(`${device}: ${command.type} was refused: ${JSON.stringify(answer.refusal)}`)
      return answer.result
    },
    sees(what, find) {
      const now = find()
      if (now !== undefined) return Promise.resolve(now)
      return new Promise((seen, missed) => {
        const patience = setTimeout(() => missed(new Error(`${device} never saw ${what}`)), patienceMs)
        client.onView(() => {
          const found = find()
          if (found === undefined) return
          clearTimeout(patience)
          seen(found)
        })
      })
    },
    close: client.close,
  }
}
