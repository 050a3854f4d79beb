/** At a station without a PIN: whose name was tapped. Remembered for the shift on this device, changed at any time. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Id } from '../../../shared/protocol/primitives.ts'

export interface Acting {
  readonly staff: ReadonlySignal<Id | undefined>
  /** Somebody must tap their name first; then this is done in it. */
  readonly waiting: ReadonlySignal<Asked | undefined>
  /** At the moment of a tap: a page that slept may still show the name of the last shift. */
  current(): Id | undefined
  choose(staff: Id): void
  /** Asks for a name, of anybody but `without`; `then` is done in it. */
  ask(then: Asked['then'], without?: Id): void
  cancel(): void
}

export interface Asked {
  readonly then: (staff: Id) => void
  readonly without?: Id
}

/** A shift is over by then: the next person says who they are. Ms. */
const shiftMs = 12 * 3_600_000

interface Chosen {
  readonly staff: Id
  readonly at: number
}

/** `now` changes as time passes, `exactNow` is asked at a tap; both are the hub's clock, ms. */
export function createActing(device: Id, now: ReadonlySignal<number>, exactNow: () => number): Acting {
  const key = `changming.${device}.acting`
  const chosen = signal(read(key))
  const waiting = signal<Asked | undefined>(undefined)
  const at = (time: number) => (chosen.value && time - chosen.value.at < shiftMs ? chosen.value.staff : undefined)
  return {
    staff: computed(() => at(now.value)),
    waiting,
    current() {
      const staff = at(exactNow())
      if (staff === undefined) {
        chosen.value = undefined
        localStorage.removeItem(key)
      }
      return staff
    },
    choose(staff) {
      chosen.value = { staff, at: exactNow() }
      localStorage.setItem(key, `${staff} ${chosen.value.at}`)
      const asked = waiting.value
      waiting.value = undefined
      asked?.then(staff)
    },
    ask(then, without) {
      waiting.value = { then, ...(without !== undefined && { without }) }
    },
    cancel() {
      waiting.value = undefined
    },
  }
}

function read(key: string): Chosen | undefined {
  const [staff, at] = (localStorage.getItem(key) ?? '').split(' ')
  return staff ? { staff, at: Number(at) } : undefined
}
