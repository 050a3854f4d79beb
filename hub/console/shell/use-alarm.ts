/**
 * Keeps ringing what waits, and says it where this machine has a voice: looks at every change and once a second, signed in
 * or not; and tells the hub what was heard, which is the tone. One never rings over the other: the tone, then its words; a
 * tone that falls due in the middle of words rings at their end.
 */
import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { heardMost, type SoundReport } from '../../../shared/protocol/sound.ts'
import { type Calling, createAlarm, soundings } from '../sound/alarm.ts'
import { spokenWords } from '../sound/spoken.ts'
import { lengthOf } from '../sound/tones.ts'
import { troubleSoundings } from '../sound/trouble-soundings.ts'
import { type House, isOnDuty, signedIn } from '../state/house.ts'
import { checkIns, heardOrders, heardTroubles, requests, seekers } from '../state/shown.ts'

export function useAlarm(house: House): void {
  useEffect(() => {
    const alarm = createAlarm<Calling>((tone, due) => {
      // Read, so that it is looked at again when they end.
      const waits = house.trying.value || house.speaker.saying.value
      if (waits || house.muted.peek() || !house.voice.play(tone)) return false
      const lines = due.map(one => ({ key: one.key, tone: one.tone, words: () => spokenWords(house, one.about) }))
      house.speaker.say(lines, lengthOf(tone))
      return true
    })
    const tell = createTeller(house)
    return effect(() => {
      const now = house.now.value
      const waiting = [
        ...soundings({
          requests: requests(house),
          checkIns: checkIns(house),
          orders: heardOrders(house),
          seekers: seekers(house),
          me: signedIn(house),
          onDuty: isOnDuty(house, signedIn(house)),
          now,
        }),
        ...troubleSoundings({ ...heardTroubles(house), known: house.setAside.value, now }),
      ]
      if (house.muted.value) house.speaker.hush()
      else house.speaker.keep(new Set(waiting.map(({ key }) => key)))
      tell(alarm.look(waiting, now))
    })
  }, [house])
}

/** A call that no console confirms escalates: what was heard here is said once, and again after every loss. */
function createTeller(house: House): (heard: readonly string[]) => void {
  let told = ''
  return heard => {
    // A call that sounded anew is said anew, though it is the same call.
    const calls = heard.filter(key => requestsOf([key]).length > 0)
    const report: SoundReport = {
      sounding: house.voice.state.value === 'running' && !house.muted.value && !house.trying.value,
      heard: requestsOf(calls),
    }
    if (house.link.connection.value.at !== 'online') {
      told = ''
      return
    }
    const said = JSON.stringify({ ...report, calls })
    if (said === told) return
    told = said
    void house.link.report(report).then(answer => {
      if (!answer.ok && told === said) told = ''
    })
  }
}

/** Keys of calls are `request/<id>/…`. */
const requestsOf = (keys: readonly string[]): string[] =>
  keys
    .flatMap(key => {
      const [kind, id] = key.split('/')
      return kind === 'request' && id !== undefined ? id : []
    })
    .slice(-heardMost)
