/**
 * Was somebody signed in here who did not leave by themselves? Said until somebody signs in again. A station goes on
 * without anybody: there it is no news.
 */
import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { House } from '../state/house.ts'

export function useExpired(house: House): boolean {
  const expired: Signal<boolean> = useSignal(false)
  const before = useRef<string | undefined>(undefined)
  const self = house.link.one('self')
  const session = self?.session?.id
  const online = house.link.connection.value.at === 'online'
  const leaving = house.leaving.value
  useEffect(() => {
    if (session !== undefined) {
      expired.value = false
      house.leaving.value = false
    } else if (before.current !== undefined && online && !leaving && self?.station === undefined) expired.value = true
    before.current = session
  }, [session])
  return expired.value
}
