/** The lobby's state: what the guest did, what the hub says of it, and when both are forgotten. */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { KioskCheckInView } from '../../../shared/protocol/views/kiosk.ts'
import type { DeskCall, WrittenLocale } from '../../../shared/protocol/words.ts'
import { credentialCommand } from '../wedge/credential-command.ts'
import type { WedgeRead } from '../wedge/wedge.ts'
import { createArrivals } from './arrivals.ts'
import { type AsideWords, createAside } from './aside.ts'
import { type Episode, home, wordsMs } from './episode.ts'
import { type CheckInEpisode, foundBy, type Identifying, type More } from './found.ts'
import { createGone } from './gone.ts'
import type { KioskLink } from './kiosk-link.ts'
import { createPhonePad } from './phone-pad.ts'
import { createReadLanguage, type ScreenLanguage } from './read-language.ts'
import { createReading } from './reading.ts'
import { createSender } from './send-soon.ts'

export interface Lobby {
  readonly episode: ReadonlySignal<Episode>
  /** The check-in that the screen is about. */
  readonly checkIn: ReadonlySignal<KioskCheckInView | undefined>
  /** The phone number as far as it is typed. */
  readonly digits: ReadonlySignal<string>
  readonly large: Signal<boolean>
  readonly low: Signal<boolean>
  /** Something of a guest's is on the screen. */
  readonly occupied: ReadonlySignal<boolean>
  /** For the guest behind, while somebody is being asked. */
  readonly aside: ReadonlySignal<AsideWords | undefined>
  /** Something is on its way to the hub. */
  readonly sending: ReadonlySignal<boolean>
  /** The hub cannot be reached, or takes nothing: people have to be asked. */
  readonly away: ReadonlySignal<boolean>
  /** And has been for so long that nobody is invited to do anything here. */
  readonly gone: ReadonlySignal<boolean>
  digit(digit: string): void
  backspace(): void
  enterPhone(): void
  /** Of the check-in on the screen: asks for the number of who became a member just now. */
  askNumber(): void
  /** The number that was typed, and a birthday as MM-DD if they say. */
  leaveNumber(birthday?: string): void
  walkIn(): void
  /** Of a walk-in, or of the check-in on the screen. */
  sayParty(party: number): void
  /** From how many they are to the number they typed. */
  backToNumber(): void
  call(why: DeskCall): void
  read(read: WedgeRead): void
  /** A member's code before the camera. */
  scan(code: string): void
  /** To where everything begins; the guest's language stays. */
  goHome(): void
  /** Forgets everything of the guest. The caller resets the language. */
  reset(): void
  stop(): void
}

/** A check-in or failure older than this was somebody else's. */
const freshMs = 20_000
const sameCardMs = 3000
/** With the hub gone: longer than what a guest asked for is tried, and than who types waits. */
const walkedOnMs = 20_000

export function createLobby(link: KioskLink, onServed: () => void, language: ScreenLanguage): Lobby {
  const episode = signal<Episode>(home)
  const pad = createPhonePad()
  const { digits } = pad
  const large = signal(false)
  const low = signal(false)
  const aside = createAside()
  const { send, sending } = createSender(link)
  const reading = createReading()
  const arrivals = createArrivals()
  let failedAt = 0
  /** What was sent to the hub last. */
  let asked: Identifying['type'] | undefined
  let lastRead = { text: '', at: 0 }
  /** What the screen speaks was chosen at a phone, and by no hand here. */
  let brought = false

  const checkIn = computed(() => {
    const now = episode.value
    return now.kind === 'check-in' ? link.view.get('checkin', now.id) : undefined
  })
  const reads = createReadLanguage(language, checkIn, command => void send(command))
  const asks = (one: Episode) =>
    one.kind === 'walk-in' ||
    one.kind === 'number' ||
    (one.kind === 'check-in' && !one.said && link.view.get('checkin', one.id)?.step === 'say-party')
  /** Somebody is being asked, types, or reads what they were told: whoever comes now is spoken to beside them. */
  const held = computed(
    () =>
      reading.now.value !== undefined || asks(episode.value) || (episode.value.kind === 'home' && digits.value !== ''),
  )
  const away = computed(
    () => link.state.value.at === 'away' || link.state.value.at === 'connecting' || link.health.value !== 'ok',
  )
  const { gone, stop: stopGone } = createGone(link, away)
  const occupied = computed(() => episode.value.kind !== 'home' || digits.value !== '' || large.value || low.value)

  const show = (next: Episode) => {
    batch(() => {
      episode.value = next
      pad.clear()
    })
  }
  const open = (id: Id, more: More = {}, theirs?: WrittenLocale) => {
    arrivals.shown(id)
    aside.clear()
    if (more.said) reading.say('told')
    reads.begin(theirs !== undefined || episode.peek().kind === 'check-in')
    show({ kind: 'check-in', id, said: false, glance: false, full: false, ...more })
  }

  /** Who is sent to somebody else walks on, and the next one must find nothing of theirs when the hub is back. */
  const stopForgetting = effect(() => {
    if (!gone.value) return undefined
    const timer = setTimeout(() => {
      goHome()
      aside.clear()
    }, walkedOnMs)
    return () => clearTimeout(timer)
  })

  /** From this screen or from the readers and phones beside it. */
  const stopCheckIns = effect(() => {
    const all = link.view.all('checkin')
    const now = episode.value
    const current = now.kind === 'check-in' ? now.id : undefined
    if (current !== undefined && arrivals.isOver(current, all)) return over()
    const next = arrivals.next(all, current, ({ at }) => link.hubNow() - at < freshMs)
    if (!next) return
    if (held.value) aside.say('meets')
    // What is on its way may have led to it: the answer says more.
    else if (now.kind !== 'sent') {
      open(next.id, arrivals.learnt(next.id), next.language)
      // Who chose at their phone is spoken to in that; whoever comes after them, as everybody is.
      if (next.language !== undefined || brought) language.speak(next.language)
      brought = next.language !== undefined
    }
  })

  const stopTrouble = effect(() => {
    const trouble = link.view.one('trouble')
    if (!trouble || trouble.at <= failedAt) return
    failedAt = trouble.at
    const now = episode.peek()
    if (link.hubNow() - trouble.at >= freshMs) return
    if (held.peek()) return aside.say(trouble.staff ? 'helps' : 'again')
    // Once more is the first thing to try with a card that was taken away too soon.
    if (trouble.staff || now.kind !== 'unreadable') show(failed(trouble.staff))
  })

  const stopWords = effect(() => {
    const now = episode.value
    if (now.kind === 'home' || now.kind === 'sent' || asks(now) || now.kind === 'walk-in' || now.kind === 'number')
      return undefined
    // What is not at the hub yet is not over.
    if (sending.value) return undefined
    const end = setTimeout(now.kind === 'check-in' || now.kind === 'number-kept' ? over : goHome, wordsMs[now.kind])
    return () => clearTimeout(end)
  })

  /** The guest has been served: the next one finds the lobby as it was. */
  function over(): void {
    goHome()
    onServed()
  }

  function goHome(): void {
    // At once: who stands behind would be asked on a screen that goes home after all, and never again.
    batch(() => {
      reading.clear()
      pad.forget()
      show(home)
    })
  }

  const failed = (staff: boolean): Episode => {
    const { kind } = episode.peek()
    return { kind: 'failed', staff, typed: asked === 'EnterPhone' && (kind === 'sent' || kind === 'failed') }
  }

  async function ask(command: Identifying): Promise<void> {
    asked = command.type
    const sent: Episode = { kind: 'sent' }
    show(sent)
    const answer = await send(command)
    if (episode.peek() !== sent) return
    if (!answer.ok) return show(failed(answer.refusal.next === 'call-staff'))
    const found = foundBy(answer, command)
    if (found) open(...found)
    else goHome()
  }

  /** A card of the next guest's, while somebody is being asked: the house knows of it at once, their question comes later. */
  async function askBehind(command: Identifying): Promise<void> {
    const answer = await send(command)
    if (!answer.ok) return aside.say(answer.refusal.next === 'call-staff' ? 'helps' : 'again')
    const found = foundBy(answer, command)
    if (found) arrivals.learn(...found)
  }

  async function sayPartyOf(now: CheckInEpisode, party: number): Promise<void> {
    const said = { ...now, said: true }
    reading.say('told')
    show(said)
    const more = reads.more(link.view.get('checkin', now.id))
    const answer = await send({ type: 'SayParty', checkIn: now.id, party, ...more })
    if (episode.peek() !== said) return
    if (answer.ok) show({ ...said, full: answer.result.free === false })
    // Nobody heard it.
    else if (answer.refusal.refused === 'unavailable') show(now)
  }

  async function sendNumber({ id, phone }: Extract<Episode, { kind: 'number' }>, birthday?: string): Promise<void> {
    if (phone === undefined) return
    const sent: Episode = { kind: 'sent' }
    show(sent)
    const command = { type: 'LeaveNumber', checkIn: id, phone, ...(birthday !== undefined && { birthday }) } as const
    const answer = await send(command)
    if (episode.peek() !== sent) return
    if (answer.ok) show({ kind: 'number-kept' })
    else if (answer.refusal.refused === 'unavailable') show({ kind: 'number', id })
    else show(answer.refusal.next === 'call-staff' ? { kind: 'called', why: 'help' } : home)
  }

  async function callDesk(why: DeskCall): Promise<void> {
    const called: Episode = { kind: 'called', why }
    show(called)
    const answer = await send({ type: 'CallDesk', why })
    // Nobody comes whom nobody called.
    if (!answer.ok && episode.peek() === called) show(failed(false))
  }

  function take(text: string, command: CommandOf<'TouchCard' | 'ScanCode'>): void {
    // The hub's clock may be set between two touches, and the later one would not count.
    const at = performance.now()
    // A nervous hand, or a reader that the hub hears as well.
    if (lastRead.text === text && at - lastRead.at < sameCardMs) return
    lastRead = { text, at }
    void (held.peek() ? askBehind(command) : ask({ ...command, ...reads.first() }))
  }

  return {
    episode,
    checkIn,
    digits,
    large,
    low,
    occupied,
    aside: aside.now,
    sending,
    away,
    gone,
    digit: pad.digit,
    backspace: pad.backspace,
    enterPhone() {
      const phone = pad.number()
      if (phone === undefined) return
      const now = episode.peek()
      const left = pad.before()
      if (now.kind === 'number') show({ ...now, phone })
      else if (left && !link.view.get('checkin', left.id)) void ask({ type: 'EnterPhone', phone, ...reads.first() })
      else if (left?.phone === phone) open(left.id, { glance: true, phone })
      else void ask({ type: 'EnterPhone', phone, ...(left && { instead: left.id }), ...reads.first() })
    },
    askNumber() {
      const now = episode.peek()
      if (now.kind === 'check-in') show({ kind: 'number', id: now.id })
    },
    leaveNumber(birthday) {
      const now = episode.peek()
      if (now.kind === 'number') void sendNumber(now, birthday)
    },
    walkIn() {
      show({ kind: 'walk-in' })
    },
    sayParty(party) {
      const now = episode.peek()
      if (now.kind === 'walk-in') void ask({ type: 'WalkIn', party, ...reads.first() })
      else if (now.kind === 'check-in' && asks(now)) void sayPartyOf(now, party)
    },
    backToNumber() {
      const now = episode.peek()
      if (now.kind !== 'check-in' || now.phone === undefined) return
      const { id, phone } = now
      // At once: an empty pad would be the turn of whoever stands behind.
      batch(() => {
        goHome()
        pad.putBack({ id, phone })
      })
    },
    call(why) {
      const now = episode.peek()
      if (now.kind !== 'called' || now.why !== why) void callDesk(why)
    },
    read(read) {
      if (read.kind === 'unreadable') {
        if (held.peek()) aside.say('again')
        else show({ kind: 'unreadable' })
        // The house counts it, and sends a person when that was not the first.
        void send({ type: 'MisreadCard' })
        return
      }
      take(read.text, credentialCommand(read.text))
    },
    scan: code => take(code, { type: 'ScanCode', code }),
    goHome,
    reset() {
      batch(() => {
        goHome()
        aside.clear()
        large.value = false
        low.value = false
      })
      lastRead = { text: '', at: 0 }
      brought = false
    },
    stop() {
      stopCheckIns()
      reads.stop()
      stopTrouble()
      stopWords()
      stopForgetting()
      stopGone()
      reading.clear()
      aside.clear()
    },
  }
}
