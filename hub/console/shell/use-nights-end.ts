/** With the night goes what was typed about its guests and never sent, signed in or not. */
import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { nightOf } from '../state/clock-time.ts'
import { forgetAllGuests } from '../state/drafts.ts'
import type { House } from '../state/house.ts'

export function useNightsEnd(house: House): void {
  useEffect(() => {
    let before: string | undefined
    return effect(() => {
      const { timeZone } = house.link.one('venue') ?? {}
      if (timeZone === undefined) return
      const night = nightOf(house.now.value, timeZone)
      if (before !== undefined && before !== night) forgetAllGuests(house)
      before = night
    })
  }, [house])
}
