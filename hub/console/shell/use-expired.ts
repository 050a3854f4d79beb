/** Was somebody signed in here who did not leave by themselves? Said until somebody signs in again. */
import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { House } from '../state/house.ts'

export function useExpired(house: House): boolean {
  const expired: Signal<boolean> = useSignal(false)
  const before = useRef<string | undefined>(undefined)
  const session = house.link.one('self')?.session?.id
  const online = house.link.connection.value.at === 'online'
  const leaving = house.leaving.value
  useEffect(() => {
    if (session !== undefined) {
      expired.value = false
      house.leaving.value = false
    } else if (before.current !== undefined && online && !leaving) expired.value = true
    before.current = session
  }, [session])
  return expired.value
}
