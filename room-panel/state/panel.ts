/**
 * The one panel: what it is showing, for whom, and how a tap leaves it. Everything of the guests lives in here and is
 * forgotten in one place when their visit ends.
 */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal, untracked } from '@preact/signals'
import { languageInAddress } from '../../shared/client/language-in-address.ts'
import type { Link } from '../../shared/client/link.ts'
import type { Meant, Tap } from '../../shared/client/tap.ts'
import type { Locale } from '../../shared/i18n/locale.ts'
import { type Answer, refused } from '../../shared/protocol/answer.ts'
import type { PeopleCommand } from '../../shared/protocol/commands.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import type { PanelOrderView, PanelVisitView } from '../../shared/protocol/views/panel.ts'
import type { GuestSource } from '../../shared/protocol/words.ts'
import type { Basket } from '../drinks/basket.ts'
import { type ShownPlaylist, shownPlaylist } from '../playlist/shown-playlist.ts'
import { type Clock, createClock } from './clock.ts'
import { type Comfort, comfortChoices, createComfort, keptOf, resetComfort } from './comfort.ts'
import type { DeviceMemory, GuestMemory, SongTitle } from './device-memory.ts'
import { createGifts } from './gifts.ts'
import { createMashGuard, type MashGuard } from './mash-guard.ts'
import { createNotices, type Notices } from './notices.ts'
import { type Phase, phaseOf } from './phase.ts'
import { createSecondThoughts, removalOf, type SecondThoughts } from './second-thoughts.ts'
import type { Words } from './words.ts'

export type Screen = 'playlist' | 'search' | 'drinks' | 'service' | 'feedback'

export interface Panel {
  readonly link: Link<'panel'>
  readonly words: Words
  readonly clock: Clock
  readonly memory: DeviceMemory
  readonly phase: ReadonlySignal<Phase>
  readonly visit: ReadonlySignal<PanelVisitView | undefined>
  readonly screen: Signal<Screen>
  readonly comfort: Comfort
  readonly notices: Notices
  /** From the house, until somebody looked. */
  readonly gift: ReadonlySignal<PanelOrderView | undefined>
  readonly basket: Signal<Basket>
  /** Orders that were a basket: refused, they are one again. */
  readonly wasBasket: WeakSet<Tap>
  /** Which key the newest order here came from; nobody's after a reload. */
  readonly orderedBy: Signal<GuestSource | undefined>
  /** What was tapped and can still be taken back. */
  readonly thoughts: SecondThoughts
  /** Of songs that were tapped here; also after a reload. */
  readonly songTitles: ReadonlyMap<Id, SongTitle>
  readonly playlist: ReadonlySignal<ShownPlaylist>
  nameSong(song: Id, title: SongTitle): void
  readonly guard: MashGuard
  /** For the visit in the room; refused at once where there is none. `again`: the guest said yes to what was tapped before. */
  tap(command: PeopleCommand, again?: Pick<Meant, 'sure' | 'tappedAt'>): Promise<Answer>
  /** As `tap`, but the same one within `ms` is a mash and does nothing: undefined. The guard knows it by its JSON. */
  tapOnce(command: PeopleCommand, ms: number): Promise<Answer> | undefined
  /** As `tap`, for what is never kept: now or, with `unavailable`, not at all. */
  now(command: PeopleCommand): Promise<Answer>
  /** The newest tap, just after `tap`. */
  lastTap(): Tap | undefined
  greeted(): void
  home(): void
  speak(locale: Locale): void
}

export interface PanelDeps {
  readonly link: Link<'panel'>
  readonly memory: DeviceMemory
  readonly words: Words
  readonly clock?: Clock
}

/** More than ever wait at once. */
const songsNamed = 50

export function createPanel({ link, memory, words, clock = createClock(link.hubNow) }: PanelDeps): Panel {
  const { view } = link
  const visit = computed(() => view.one('visit'))
  const visitId = computed(() => visit.value?.id)
  const guest = signal(memory.guest())
  const screen = signal<Screen>('playlist')
  const comfort = createComfort(guest.peek() ?? memory.comfort())
  const basket = signal<Basket>([])
  const orderedBy = signal<GuestSource | undefined>(undefined)
  const thoughts = createSecondThoughts()
  const songTitles = new Map<Id, SongTitle>(guest.peek()?.songs)
  const notices = createNotices()
  const guard = createMashGuard()
  const phase = computed(() =>
    phaseOf({
      link: link.state.value,
      ready: view.ready.value,
      visit: visit.value,
      greeted: guest.value?.visit,
      now: clock.now.value,
    }),
  )

  const goHome = () => {
    screen.value = view.one('venue')?.songs === false ? 'drinks' : 'playlist'
  }

  const keepGuest = (change: Partial<Omit<GuestMemory, 'visit'>>) => {
    const id = visitId.peek()
    if (id === undefined) return
    const kept = { ...guest.peek(), ...untracked(() => keptOf(comfort)), visit: id, ...change }
    guest.value = kept
    memory.keepGuest(kept)
  }

  /** Nothing of these guests stays: memory, storage, language, what was still to be sent. */
  const forget = (gone: Id) => {
    batch(() => {
      notices.clear()
      thoughts.clear()
      basket.value = []
      orderedBy.value = undefined
      resetComfort(comfort, memory.comfort())
      guest.value = undefined
    })
    songTitles.clear()
    guard.forget()
    memory.forgetGuest()
    void link.wipe(gone)
  }

  // What the guests chose, here or at the door, else what the house speaks.
  const addressed = languageInAddress()
  const house = computed(() => view.one('venue')?.locale)
  const spoken = computed(() => guest.value?.locale ?? visit.value?.language ?? addressed ?? house.value)
  effect(() => {
    if (house.value) memory.keepHouse(house.value)
  })
  effect(() => {
    if (spoken.value) void words.speak(spoken.value)
  })

  let present = guest.peek()?.visit
  let homeFor: Id | undefined
  effect(() => {
    // A tablet that was sent away keeps nothing either.
    if (!view.ready.value && link.state.value.at !== 'pairing') return
    const now = visitId.value
    if (present !== undefined && present !== now) forget(present)
    if (now !== undefined && now !== homeFor) goHome()
    present = now
    homeFor = now
  })
  // Taps of parties that have gone are of no use to anybody, whatever page load they come from.
  effect(() => {
    const now = visitId.value
    if (!view.ready.value) return
    const strangers = [...link.pending.value, ...link.refusals.value.map(one => one.tap)]
    for (const { visit: meant } of strangers) if (meant !== undefined && meant !== now) void link.wipe(meant)
  })
  effect(() => {
    const wanted = keptOf(comfort)
    const kept = guest.peek()
    if (kept && comfortChoices.some(choice => kept[choice] !== wanted[choice])) keepGuest(wanted)
  })
  // Hidden means gone: who comes back to this room is not these guests.
  effect(() => {
    if (phase.value !== 'idle') return
    notices.clear()
    thoughts.clear()
    if (visitId.peek() !== undefined) link.forgetKept()
  })

  const forVisit =
    (send: Link<'panel'>['tap']) => (command: PeopleCommand, again?: Pick<Meant, 'sure' | 'tappedAt'>) => {
      const visit = visitId.peek()
      return visit === undefined ? Promise.resolve(refused(refuse('visit-closed'))) : send(command, { ...again, visit })
    }
  const tap = forVisit(link.tap)

  return {
    link,
    words,
    clock,
    memory,
    phase,
    visit,
    screen,
    comfort,
    notices,
    gift: createGifts(
      view,
      computed(() => screen.value === 'drinks'),
    ),
    basket,
    wasBasket: new WeakSet(),
    orderedBy,
    thoughts,
    songTitles,
    playlist: computed(() =>
      shownPlaylist(
        view.one('playlist'),
        link.pending.value,
        song => songTitles.get(song),
        entry => thoughts.waiting.value.has(removalOf(entry)),
      ),
    ),
    nameSong(song, title) {
      songTitles.set(song, title)
      keepGuest({ songs: [...songTitles].slice(-songsNamed) })
    },
    tap,
    now: forVisit(link.sendNow),
    guard,
    tapOnce: (command, ms) => (guard.lets(JSON.stringify(command), ms) ? tap(command) : undefined),
    lastTap: () => link.pending.peek().at(-1),
    greeted: () => {
      keepGuest({})
      const list = view.one('playlist')
      if (list?.queue.length && !list.playing) void tap({ type: 'BeginSongs' })
    },
    home: goHome,
    speak: locale => keepGuest({ locale }),
  }
}
