/** Keeps ringing what waits: looks at every change and once a second, signed in or not. */
import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { createAlarm, soundings } from '../sound/alarm.ts'
import { type House, me, who } from '../state/house.ts'
import { checkIns, orders, requests } from '../state/shown.ts'

export function useAlarm(house: House): void {
  useEffect(() => {
    const alarm = createAlarm(tone => !house.muted.peek() && house.voice.play(tone))
    return effect(() => {
      const role = who(house)
      const atBar = role === 'bar' || role === 'bar-station'
      alarm.look(soundings(requests(house), checkIns(house), atBar ? orders(house) : [], me(house)), house.now.value)
    })
  }, [house])
}
