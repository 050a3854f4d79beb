/**
 * Decides what sounds when: each new call once, again when it is urged, escalated or comes back; critical ones every
 * 20 s until somebody takes them. Several at once make one sound, the worst. Nothing but guests hurries: what is amiss
 * in the house sounds rarely, however much of it there is.
 */
import type { CheckInView, OrderView, RequestView } from '../../../shared/protocol/views/console.ts'
import type { SeekerAt } from '../state/pending.ts'
import { standing } from '../state/seeker-standing.ts'
import type { Tone } from './tones.ts'

export interface Sounding {
  /** Changes when it should be heard again. */
  readonly key: string
  readonly tone: Tone
  /** Sounds once more after so long, ms. */
  readonly againMs?: number
  /** No guest called: it waits for the last one of its kind to have died away. */
  readonly trouble?: true
}

export const repeatMs = 20_000
/** A dozen panels that lose one access point within a minute are one sound, and one more. */
export const troubleGapMs = 60_000

const order: readonly Tone[] = ['critical', 'vip', 'warning', 'order', 'info', 'test']

/** `play` false: nothing could be heard; it is tried again with the next look. */
export function createAlarm(play: (tone: Tone) => boolean): {
  /** The keys of what waits and was heard here. */
  look(waiting: readonly Sounding[], now: number): readonly string[]
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
      const worst = order.find(tone => due.some(one => one.tone === tone))
      const sounded = worst !== undefined && play(worst)
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
export function soundings({ requests, checkIns, orders, seekers, me, onDuty, now }: Waiting): readonly Sounding[] {
  return [
    ...requests
      .filter(one => one.status === 'open' && isFor(one, me, onDuty))
      .map(({ id, level, times, reopened, severity, passed }) => ({
        key: `request/${id}/${level}/${times}/${reopened}${passed ? `/${JSON.stringify(passed)}` : ''}`,
        tone: severity,
      })),
    // Somebody has it in hand, and has had it too long.
    ...requests
      .filter(one => one.status === 'acknowledged' && one.overdue && isFor(one, me, onDuty))
      .map(({ id }) => ({ key: `request/${id}/overdue`, tone: 'warning' as const })),
    ...checkIns.map(({ id, vip }) => ({ key: `checkin/${id}`, tone: vip ? ('vip' as const) : ('info' as const) })),
    ...orders
      .filter(({ status }) => status === 'placed' || status === 'awaiting-approval')
      .map(({ id, status, placedAt, reminderMs }) => ({
        // Heard again each time that it has waited so long once more.
        key: `order/${id}/${status}/${Math.floor((now - placedAt) / reminderMs)}`,
        tone: 'order' as const,
      })),
    // What the host said, or that somebody must go there. While the panel asks there is nothing to be done.
    ...seekers.flatMap(one => {
      const { id, at, answer } = one.seeker
      const said = answer ?? standing(one, now)
      return said === 'asking'
        ? []
        : { key: `seeker/${id}/${at}/${said}`, tone: answer ? ('info' as const) : ('warning' as const) }
    }),
  ]
}

/** A station sounds for everybody who stands there; somebody on duty hears what is theirs, and nobody what is about them. */
function isFor({ notTo, whose }: RequestView, me: string | undefined, onDuty: boolean): boolean {
  if (me === undefined) return true
  return notTo !== me && (!onDuty || whose === undefined || whose.includes(me))
}
