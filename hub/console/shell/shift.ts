/** 开始值班: from inside the tap, unlocks the sound, lets it be heard, and keeps a phone's screen awake where it can. */
import { type House, isOnDuty, signedIn } from '../state/house.ts'

export async function startShift(house: House): Promise<void> {
  // At a station the names are tapped on the floor's screen: several stand there.
  const staff = signedIn(house)
  if (staff !== undefined && !isOnDuty(house, staff)) house.tap({ type: 'StartShift' })
  await house.voice.unlock()
  house.voice.play('test')
  house.muted.value = false
  await keepAwake()
}

// Only over HTTPS, and the system may refuse it (low battery): the words on phones say 锁屏不响 either way.
async function keepAwake(): Promise<void> {
  if (!('wakeLock' in navigator)) return
  await navigator.wakeLock.request('screen').then(nothing, nothing)
}

function nothing(): void {
  // Awake or not: there is nothing else to do about it.
}
