/** At a station without a PIN: whose name was tapped. Remembered for the shift on this device, changed at any time. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Id } from '../../../shared/protocol/primitives.ts'

export interface Acting {
  readonly staff: ReadonlySignal<Id | undefined>
  /** Somebody must tap their name first; then this is done in it. */
  readonly waiting: ReadonlySignal<((staff: Id) => void) | undefined>
  choose(staff: Id): void
  /** Asks for a name; `then` is done in it. */
  ask(then: (staff: Id) => void): void
  cancel(): void
  forget(): void
}

/** A shift is over by then: the next person says who they are. Ms. */
const shiftMs = 12 * 3_600_000

export function createActing(device: Id): Acting {
  const key = `changming.${device}.acting`
  const staff = signal(read(key))
  const waiting = signal<((staff: Id) => void) | undefined>(undefined)
  return {
    staff,
    waiting,
    choose(chosen) {
      staff.value = chosen
      localStorage.setItem(key, `${chosen} ${Date.now()}`)
      const then = waiting.value
      waiting.value = undefined
      then?.(chosen)
    },
    ask(then) {
      waiting.value = then
    },
    cancel() {
      waiting.value = undefined
    },
    forget() {
      staff.value = undefined
      localStorage.removeItem(key)
    },
  }
}

function read(key: string): Id | undefined {
  const [staff, at] = (localStorage.getItem(key) ?? '').split(' ')
  return staff && Date.now() - Number(at) < shiftMs ? staff : undefined
}
