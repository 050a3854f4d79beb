/** 打开声音, and 开始值班 with it for who is signed in and not on duty: from inside the tap, unlocks the sound, lets it be heard, says who speaks here, and keeps a phone's screen awake where it can. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { tryKey } from '../sound/speaker.ts'
import { lengthOf } from '../sound/tones.ts'
import { type House, isOnDuty, signedIn } from '../state/house.ts'

/** Whom the key puts on duty. At a station the names are tapped on the floor's screen: several stand there. */
export function whoBegins(house: House): Id | undefined {
  const staff = signedIn(house)
  return isOnDuty(house, staff) ? undefined : staff
}

export async function startShift(house: House): Promise<void> {
  if (whoBegins(house) !== undefined) house.tap({ type: 'StartShift' })
  house.speaker.wake()
  house.trying.value = true
  await house.voice.unlock().finally(() => setTimeout(() => tried(house), lengthOf('test')))
  house.voice.play('test')
  house.muted.value = false
  await Promise.all([keepAwake(), trySpeaker(house)])
}

function tried({ trying }: House): void {
  trying.value = false
}

/** Heard and in writing: whether rooms are said here, and by which of the machine's voices. */
export async function trySpeaker({ speaker, speech, notices }: House): Promise<void> {
  await speaker.known()
  const voice = speaker.voice.peek()
  if (!voice) return notices.say(({ t }) => t('speaksNot'))
  if (speaker.standing.peek() === 'off') return notices.say(({ t }) => t('speaksOff'))
  speaker.say([{ key: tryKey, tone: 'test', words: () => speech.peek().t('spokenTry') }], lengthOf('test'))
  notices.say(({ t }) => t('speaks', { voice: voice.name }))
}

// Only over HTTPS, and the system may refuse it (low battery): the words on phones say 锁屏不响 either way.
async function keepAwake(): Promise<void> {
  if (!('wakeLock' in navigator)) return
  await askToStayAwake()
  // A browser lets go of it whenever its page is hidden, and does not ask for it again. One listener, however often.
  document.addEventListener('visibilitychange', askToStayAwake)
}

async function askToStayAwake(): Promise<void> {
  if (document.visibilityState === 'visible') await navigator.wakeLock.request('screen').then(nothing, nothing)
}

function nothing(): void {
  // Awake or not: there is nothing else to do about it.
}
