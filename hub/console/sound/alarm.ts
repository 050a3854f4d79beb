/**
 * Decides what sounds when: each new call once, again when it is urged, escalated or comes back; critical ones every
 * 20 s until somebody takes them. Several at once make one sound, the worst. Nothing but guests hurries: what is amiss
 * in the house sounds rarely, however much of it there is.
 */
import type { CheckInView, OrderView, RequestView } from '../../../shared/protocol/views/console.ts'
import type { SeekerAt } from '../state/pending.ts'
import { standing } from '../state/seeker-standing.ts'
import type { About } from './spoken.ts'
import { type Tone, worstFirst } from './tones.ts'

export interface Sounding {
  /** Changes when it should be heard again. */
  readonly key: string
  readonly tone: Tone
  /** Sounds once more after so long, ms. */
  readonly againMs?: number
  /** No guest called: it waits for the last one of its kind to have died away. */
  readonly trouble?: true
}

/** And what it is about, for who says it. */
export interface Calling extends Sounding {
  readonly about: About
}

export const repeatMs = 20_000
/** A dozen panels that lose one access point within a minute are one sound, and one more. */
const troubleGapMs = 60_000

/** `play`, with all that the one sound is for; false: nothing could be heard, it is tried again with the next look. */
export function createAlarm<S extends Sounding = Sounding>(
  play: (tone: Tone, due: readonly S[]) => boolean,
): {
  /** The keys of what waits and was heard here. */
  look(waiting: readonly S[], now: number): readonly string[]
} {
  /** Key → when it was last heard. */
  let heard = new Map<string, number>()
  let troubled = Number.NEGATIVE_INFINITY
  return {
    look(waiting, now) {
      const due = waiting.filter(({ key, tone, trouble, againMs = tone === 'critical' ? repeatMs : undefined }) => {
        if (trouble && now - troubled < troubleGapMs) return false
        const at = heard.get(key)
        return at === undefined || (againMs !== undefined && now - at >= againMs)
      })
      const worst = worstFirst.find(tone => due.some(one => one.tone === tone))
      const sounded = worst !== undefined && play(worst, due)
      if (sounded && due.some(({ trouble }) => trouble)) troubled = now
      const before = heard
      heard = new Map()
      for (const { key } of waiting) {
        const at = sounded && due.some(one => one.key === key) ? now : before.get(key)
        if (at !== undefined) heard.set(key, at)
      }
      return [...heard.keys()]
    },
  }
}

export interface Waiting {
  readonly requests: readonly RequestView[]
  readonly checkIns: readonly CheckInView[]
  /** Those that this console is to hear of. */
  readonly orders: readonly OrderView[]
  /** At the door: for whoever tells them. */
  readonly seekers: readonly SeekerAt[]
  /** Who is signed in: a complaint about a person does not call that person. A station calls whoever stands there. */
  readonly me: string | undefined
  /** Whether they are on duty: then they hear what is theirs. */
  readonly onDuty: boolean
  /** Ms. */
  readonly now: number
}

/** What waits for somebody here. */
export function soundings({ requests, checkIns, orders, seekers, me, onDuty, now }: Waiting): readonly Calling[] {
  return [
    ...requests
      .filter(one => one.status === 'open' && isFor(one, me, onDuty))
      .map(request => ({ key: keyOf(request), tone: request.severity, about: { kind: 'call', request } as const })),
    // Somebody has it in hand, and has had it too long.
    ...requests
      .filter(one => one.status === 'acknowledged' && one.overdue && isFor(one, me, onDuty))
      .map(request => ({
        key: `request/${request.id}/overdue`,
        tone: 'warning' as const,
        about: { kind: 'call', request } as const,
      })),
    ...checkIns.map(checkIn => ({
      key: `checkin/${checkIn.id}`,
      tone: checkIn.vip ? ('vip' as const) : ('info' as const),
      about: { kind: 'arrival', checkIn } as const,
    })),
    ...orders
      .filter(({ status }) => status === 'placed' || status === 'awaiting-approval')
      .map(order => ({
        // Heard again each time that it has waited so long once more.
        key: `order/${order.id}/${order.status}/${Math.floor((now - order.placedAt) / order.reminderMs)}`,
        tone: 'order' as const,
        about: { kind: 'order', order } as const,
      })),
    // What the host said, or that somebody must go there. While the panel asks there is nothing to be done.
    ...seekers.flatMap(one => {
      const { id, at, answer } = one.seeker
      const said = answer ?? standing(one, now)
      return said === 'asking'
        ? []
        : {
            key: `seeker/${id}/${at}/${said}`,
            tone: answer ? ('info' as const) : ('warning' as const),
            about: { kind: 'seeker', answered: answer !== undefined } as const,
          }
    }),
  ]
}

const keyOf = ({ id, level, times, reopened, passed }: RequestView): string =>
  `request/${id}/${level}/${times}/${reopened}${passed ? `/${JSON.stringify(passed)}` : ''}`

/** A station sounds for everybody who stands there; somebody on duty hears what is theirs, and nobody what is about them. */
function isFor({ notTo, whose }: RequestView, me: string | undefined, onDuty: boolean): boolean {
  if (me === undefined) return true
  return notTo !== me && (!onDuty || whose === undefined || whose.includes(me))
}
