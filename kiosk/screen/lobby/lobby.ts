/** The lobby's state: what the guest did, what the hub says of it, and when both are forgotten. */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Answer } from '../../../shared/protocol/answer.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { KioskCheckInView } from '../../../shared/protocol/views/kiosk.ts'
import type { DeskCall } from '../../../shared/protocol/words.ts'
import { credentialCommand } from '../wedge/credential-command.ts'
import type { WedgeRead } from '../wedge/wedge.ts'
import { type Episode, home, wordsMs } from './episode.ts'
import type { KioskLink } from './kiosk-link.ts'

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
  /** The hub cannot be reached, or takes nothing: taps wait, and a person comes. */
  readonly away: ReadonlySignal<boolean>
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

/** As the protocol has it. */
const phoneLength = { least: 5, most: 15 }
/** A check-in or failure older than this was somebody else's. */
const freshMs = 20_000
const sameCardMs = 3000

export function createLobby(link: KioskLink, onServed: () => void): Lobby {
  const episode = signal<Episode>(home)
  const digits = signal('')
  const large = signal(false)
  const low = signal(false)
  /** Check-ins that were shown, and those of which the view said something: what came and went is over. */
  const seen = new Set<string>()
  const arrived = new Set<string>()
  let failedAt = 0
  let lastRead = { text: '', at: 0 }

  const checkIn = computed(() => {
    const now = episode.value
    return now.kind === 'check-in' ? link.view.get('checkin', now.id) : undefined
  })
  const asks = (one: Episode) =>
    one.kind === 'walk-in' ||
    one.kind === 'number' ||
    (one.kind === 'check-in' && !one.said && link.view.get('checkin', one.id)?.step === 'say-party')
  const away = computed(
    () => link.state.value.at === 'away' || link.state.value.at === 'connecting' || link.health.value !== 'ok',
  )
  const occupied = computed(() => episode.value.kind !== 'home' || digits.value !== '' || large.value || low.value)

  const show = (next: Episode) => {
    batch(() => {
      episode.value = next
      digits.value = ''
    })
  }
  const open = (one: Pick<KioskCheckInView, 'id'>, more: { glance?: boolean; full?: boolean; said?: boolean } = {}) => {
    seen.add(one.id)
    show({ kind: 'check-in', id: one.id, said: false, glance: false, full: false, ...more })
  }

  /** From this screen or from the readers and phones beside it: whoever is asked something is not interrupted. */
  const stopCheckIns = effect(() => {
    const all = link.view.all('checkin')
    const now = episode.value
    const current = now.kind === 'check-in' ? now.id : undefined
    if (current !== undefined && arrived.has(current) && checkIn.value === undefined) {
      arrived.delete(current)
      return over()
    }
    keepOnly(arrived, id => id === current)
    for (const { id } of all) arrived.add(id)
    keepOnly(seen, id => id === current || arrived.has(id))
    const next = all.find(({ id, at }) => !seen.has(id) && link.hubNow() - at < freshMs)
    if (next && !asks(now)) open(next)
  })

  const stopTrouble = effect(() => {
    const trouble = link.view.one('trouble')
    if (!trouble || trouble.at <= failedAt) return
    failedAt = trouble.at
    const now = episode.peek()
    if (link.hubNow() - trouble.at >= freshMs || asks(now)) return
    // Once more is the first thing to try with a card that was taken away too soon.
    if (trouble.staff || now.kind !== 'unreadable') show({ kind: 'failed', staff: trouble.staff })
  })

  const stopWords = effect(() => {
    const now = episode.value
    if (now.kind === 'home' || now.kind === 'sent' || asks(now) || now.kind === 'walk-in' || now.kind === 'number')
      return undefined
    // What is not at the hub yet is not over.
    if (link.pending.value.length > 0) return undefined
    const end = setTimeout(now.kind === 'check-in' || now.kind === 'number-kept' ? over : goHome, wordsMs[now.kind])
    return () => clearTimeout(end)
  })

  /** The guest has been served: the next one finds the lobby as it was. */
  function over(): void {
    goHome()
    onServed()
  }

  function goHome(): void {
    show(home)
  }

  async function send(command: SentCommand): Promise<void> {
    const sent: Episode = { kind: 'sent' }
    show(sent)
    told(await link.tap(command), sent, command)
  }

  function told(answer: Answer, sent: Episode, command: SentCommand): void {
    const now = episode.peek()
    if (!answer.ok) {
      if (now === sent) show({ kind: 'failed', staff: answer.refusal.next === 'call-staff' })
      return
    }
    const id = answer.result.checkIn
    if (typeof id !== 'string') return now === sent ? goHome() : undefined
    // The view may have been quicker.
    if (now !== sent && !(now.kind === 'check-in' && now.id === id)) return
    open(
      { id },
      {
        glance: command.type === 'ScanCode' || command.type === 'EnterPhone',
        full: answer.result.free === false,
        said: command.type === 'WalkIn',
      },
    )
  }

  async function sayPartyOf(now: Extract<Episode, { kind: 'check-in' }>, party: number): Promise<void> {
    const said = { ...now, said: true }
    show(said)
    const answer = await link.tap({ type: 'SayParty', checkIn: now.id, party })
    if (episode.peek() === said && answer.ok) show({ ...said, full: answer.result.free === false })
  }

  async function sendNumber({ id, phone }: Extract<Episode, { kind: 'number' }>, birthday?: string): Promise<void> {
    if (phone === undefined) return
    const sent: Episode = { kind: 'sent' }
    show(sent)
    const command = { type: 'LeaveNumber', checkIn: id, phone, ...(birthday !== undefined && { birthday }) } as const
    const answer = await link.tap(command)
    if (episode.peek() !== sent) return
    if (answer.ok) show({ kind: 'number-kept' })
    else show(answer.refusal.next === 'call-staff' ? { kind: 'called', why: 'help' } : home)
  }

  function take(text: string, command: CommandOf<'TouchCard' | 'ScanCode'>): void {
    const at = link.hubNow()
    // A nervous hand, or a reader that the hub hears as well.
    if (lastRead.text === text && at - lastRead.at < sameCardMs) return
    lastRead = { text, at }
    void send(command)
  }

  return {
    episode,
    checkIn,
    digits,
    large,
    low,
    occupied,
    away,
    digit(digit) {
      if (digits.peek().length < phoneLength.most) digits.value += digit
    },
    backspace() {
      digits.value = digits.peek().slice(0, -1)
    },
    enterPhone() {
      const phone = digits.peek()
      if (phone.length < phoneLength.least) return
      const now = episode.peek()
      if (now.kind === 'number') show({ ...now, phone })
      else void send({ type: 'EnterPhone', phone })
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
      if (now.kind === 'walk-in') void send({ type: 'WalkIn', party })
      else if (now.kind === 'check-in' && asks(now)) void sayPartyOf(now, party)
    },
    call(why) {
      const now = episode.peek()
      if (now.kind === 'called' && now.why === why) return
      show({ kind: 'called', why })
      void link.tap({ type: 'CallDesk', why })
    },
    read(read) {
      if (read.kind === 'unreadable') {
        show({ kind: 'unreadable' })
        // The house counts it, and sends a person when that was not the first.
        void link.tap({ type: 'MisreadCard' })
        return
      }
      take(read.text, credentialCommand(read.text))
    },
    scan: code => take(code, { type: 'ScanCode', code }),
    goHome,
    reset() {
      batch(() => {
        show(home)
        large.value = false
        low.value = false
      })
      lastRead = { text: '', at: 0 }
    },
    stop() {
      stopCheckIns()
      stopTrouble()
      stopWords()
    },
  }
}

type SentCommand = CommandOf<'TouchCard' | 'ScanCode' | 'EnterPhone' | 'WalkIn'>

function keepOnly(ids: Set<string>, keep: (id: string) => boolean): void {
  for (const id of ids) if (!keep(id)) ids.delete(id)
}
