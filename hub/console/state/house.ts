/** Everything a screen of the console may reach: the link, the language, the time, and where the person is looking. */
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Result } from '../../../shared/protocol/answer.ts'
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Refusal } from '../../../shared/protocol/refusals.ts'
import { toldApart } from '../../../shared/protocol/told-apart.ts'
import type { ConsoleLink } from '../link/console-link.ts'
import { dot } from '../parts/dot.ts'
import { createSpeaker, type Speaker } from '../sound/speaker.ts'
import { browserSynthesizer } from '../sound/synthesizer.ts'
import { createVoice, type Voice } from '../sound/tones.ts'
import { type Acting, createActing } from './acting.ts'
import { guestsToo } from './guests-too.ts'
import { mayDo, type Who, whoIs } from './may.ts'
import { createNotices, type Notices, type Words } from './notices.ts'
import { whoSetsAnew } from './pin-off.ts'
import { promisedTo } from './promised-to.ts'
import { isSameTap } from './same-tap.ts'
import type { Speech, SpeechStore } from './speech.ts'

export const screens = [
  'live',
  'floor',
  'bar',
  'members',
  'reservations',
  'devices',
  'staff',
  'night',
  'setup',
] as const
export type Screen = (typeof screens)[number]

export interface House {
  readonly link: ConsoleLink
  readonly speech: ReadonlySignal<Speech>
  readonly chooseLanguage: SpeechStore['choose']
  /** Hub time, ms; changes every second. */
  readonly now: ReadonlySignal<number>
  readonly screen: Signal<Screen>
  /** The room whose sheet is open. */
  readonly openRoom: Signal<Id | undefined>
  /** The visit whose tickets somebody went to key into the cashier. */
  readonly keyingIn: Signal<Id | undefined>
  /** The member whose card is open. */
  readonly openMember: Signal<Id | undefined>
  readonly acting: Acting
  readonly notices: Notices
  readonly voice: Voice
  /** What says in words what the voice sings. */
  readonly speaker: Speaker
  readonly muted: Signal<boolean>
  /** The tone by which somebody tries the sound: what waits rings after it. */
  readonly trying: Signal<boolean>
  /** Somebody signs out by themselves: the end of the session is no alarm. */
  readonly leaving: Signal<boolean>
  /** A finger or the mouse is down: nothing may move from under it. */
  readonly handDown: Signal<boolean>
  /** `staff/thing` → what they are typing. */
  readonly drafts: Signal<ReadonlyMap<string, { readonly value: unknown; readonly first: unknown }>>
  /** Keys of alerts that somebody here knows of, and that nothing can be done about now. */
  readonly setAside: Signal<ReadonlySet<string>>
  /**
   * A tap: done at once on the screen; a refusal is said in words, a doubtful one asked once, unless the person was asked
   * already and is `sure`. `said` when the hub did it.
   */
  tap(command: PeopleCommand, said?: Words, sure?: boolean): void
  /**
   * The same, and whether the hub did it; false as well for a tap that says again what is still on its way. `complain`: where
   * a refusal goes.
   */
  outcomeOf(command: PeopleCommand, sure?: boolean, complain?: (refusal: Refusal) => void): Promise<boolean>
  /** The same, and what the hub answered; undefined where it did not do it. */
  answerOf(command: PeopleCommand): Promise<Result | undefined>
  /** Says a refusal. */
  complain(refusal: Refusal): void
  /** Words of a refusal, never its code. */
  wordsOf(refusal: Refusal): string
  stop(): void
}

export function createHouse(link: ConsoleLink, store: SpeechStore & { refresh(): void }): House {
  const now = signal(link.hubNow())
  const ticking = setInterval(() => {
    now.value = link.hubNow()
  }, 1000)
  // The venue's currency and time zone arrive after the first texts do.
  const followVenue = effect(() => {
    if (link.one('venue')) queueMicrotask(store.refresh)
  })
  const notices = createNotices(store.speech)
  const wordsOf = ({ refused, next, about }: Refusal) => {
    const { t, own } = store.speech.value
    // Asked of set-up alone: no words that a panel would have to load.
    if (next === 'confirm' && (refused === 'room-taken' || refused === 'in-use')) return t(`sure.${refused}`)
    // Of a booking: there is no guest to ask whether they still want it.
    if (refused === 'late' && next === 'choose-other') return t('timeIsOver')
    const person = refused === 'pin-off' && about !== undefined ? link.get('staff', about) : undefined
    if (person) return [t('pinOff'), t(whoSetsAnew(link, person))].join(dot)
    // The way there or back was lost, the hub is not: no reason to go to paper.
    const words = refused === 'unavailable' && next === 'try-again' ? t('noAnswer') : t(`refused.${refused}`)
    // Of several drinks it says which.
    const item = about === undefined ? undefined : link.get('item', about)
    return item ? t('refusedOf', { what: own(toldApart(item, link.all('item'))), words }) : words
  }

  const complain: House['complain'] = refusal => notices.complain(() => wordsOf(refusal))
  const send = async (command: PeopleCommand, sure: boolean, refused = complain): Promise<Result | undefined> => {
    const answer = await link.tap(command, sure)
    if (answer.ok) return answer.result
    const speech = store.speech.peek()
    const { t } = speech
    if (sure || answer.refusal.next !== 'confirm') {
      refused(answer.refusal)
      return undefined
    }
    const also = [promisedTo, guestsToo].flatMap(words => words(link, speech, answer.refusal, command) ?? [])
    const text = [...also, wordsOf(answer.refusal)].join('\n')
    return new Promise(done => {
      notices.ask({
        title: t('sureTitle'),
        text,
        yes: t('doAnyway'),
        no: t('cancel'),
        grave: false,
        onYes: () => done(send(command, true, refused)),
        onNo: () => done(undefined),
      })
    })
  }

  const outcomeOf: House['outcomeOf'] = async (command, sure = false, refused) =>
    !isSameTap(command, link.pending.peek()) && (await send(command, sure, refused)) !== undefined

  return {
    link,
    speech: store.speech,
    chooseLanguage: store.choose,
    now,
    screen: signal<Screen>('live'),
    openRoom: signal(undefined),
    keyingIn: signal(undefined),
    openMember: signal(undefined),
    acting: createActing(link.device, now, link.hubNow),
    notices,
    voice: createVoice(),
    speaker: createSpeaker({
      synthesizer: browserSynthesizer(),
      device: link.device,
      storage: localStorage,
      locale: () => store.speech.value.locale,
      browser: navigator.languages,
      more: count => store.speech.peek().t('spokenMore', { count }),
    }),
    muted: signal(false),
    trying: signal(false),
    leaving: signal(false),
    handDown: signal(false),
    drafts: signal(new Map()),
    setAside: signal(new Set()),
    tap(command, said, sure) {
      void outcomeOf(command, sure).then(done => {
        if (done && said !== undefined) notices.say(said)
      })
    },
    outcomeOf,
    answerOf: command => send(command, false),
    complain,
    wordsOf,
    stop() {
      clearInterval(ticking)
      followVenue()
    },
  }
}

export const HouseContext = createContext<House | undefined>(undefined)

export function useHouse(): House {
  const house = useContext(HouseContext)
  if (!house) throw new Error('outside of the house')
  return house
}

/** The language, and the house beside it: what nearly every component needs. */
export function useSpeech(): Speech & { readonly house: House } {
  const house = useHouse()
  return { ...house.speech.value, house }
}

export const who = (house: House): Who => whoIs(house.link.one('self'))
export const may = (house: House, what: Parameters<typeof mayDo>[1]): boolean => mayDo(who(house), what)

/** Somebody here knows of them, and nothing can be done about them now. */
export function setAside(house: House, ...keys: readonly string[]): void {
  house.setAside.value = new Set([...house.setAside.peek(), ...keys])
}

/** The bar stays the bar when a manager signs in at it. */
export const atBar = (house: House): boolean => house.link.one('self')?.station === 'bar' || who(house) === 'bar'

/** Who is signed in here, and nobody else: a name tapped at a station is not a person who stands there. */
export const signedIn = (house: House): Id | undefined => house.link.one('self')?.session?.staff

export const isOnDuty = (house: House, staff: Id | undefined): boolean =>
  staff !== undefined && house.link.get('staff', staff)?.onDutySince !== undefined

/** Off duty, where others of their role are on: a house need not keep shifts. */
export function hasLeft(house: House, staff: Id): boolean {
  const role = house.link.get('staff', staff)?.role
  return !isOnDuty(house, staff) && house.link.all('staff').some(one => one.role === role && isOnDuty(house, one.id))
}

/** Whose hands these are: who is signed in, or at a station whose name was tapped last. */
export const me = (house: House): Id | undefined => signedIn(house) ?? house.acting.staff.value
