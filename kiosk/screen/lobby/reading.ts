/** What somebody was just told can be read before the next guest is asked anything. */
import { type ReadonlySignal, signal } from '@preact/signals'

export interface Reading {
  readonly on: ReadonlySignal<boolean>
  begin(): void
  end(): void
}

const readMs = 4000

export function createReading(): Reading {
  const on = signal(false)
  let until: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    clearTimeout(until)
    on.value = false
  }
  return {
    on,
    begin() {
      clearTimeout(until)
      on.value = true
      until = setTimeout(end, readMs)
    },
    end,
  }
}
