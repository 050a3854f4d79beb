/** The one wrapper round every handler: whatever a client sends, the worst that comes of it is a refusal. */
import { type Answer, type QueryAnswer, refused } from '../../shared/protocol/answer.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import type { EdgeLog } from '../http/edge-log.ts'
import type { Manners } from './manners.ts'

/** What a frame's acknowledgement is answered with; the payload is whatever came. */
export type FrameHandler = (payload: unknown) => Promise<Answer | QueryAnswer<unknown>>

/**
 * Listener for every event of one socket, by name. A frame that wants no answer is dropped: nothing could be refused to
 * its sender, and every client of ours wants one.
 */
export function answerFrames(deps: {
  handlers: ReadonlyMap<string, FrameHandler>
  manners: Pick<Manners, 'frames' | 'underWay'>
  /** So many may be under way. */
  most: number
  /** Who sends: for the log. */
  peer: string
  log: EdgeLog
}): (name: unknown, ...args: unknown[]) => void {
  const { handlers, manners, most, peer, log } = deps
  let toldOfNonsense = false

  const answer = async (name: unknown, args: readonly unknown[]): ReturnType<FrameHandler> => {
    const waitMs = manners.frames.take() || (manners.underWay > most ? underWayMs : 0)
    if (waitMs > 0) return refused(refuse('too-fast', 'wait', { waitMs }))
    const handle = typeof name === 'string' ? handlers.get(name) : undefined
    return handle && args.length === 1 ? handle(args[0]) : refused(refuse('malformed'))
  }

  return (name, ...args) => {
    const reply = args.pop()
    if (typeof reply !== 'function') return void manners.frames.take()
    manners.underWay += 1
    answer(name, args)
      .catch((error: unknown) => {
        log.error({ err: error, peer, frame: frameName(name) }, 'a frame failed')
        return refused(refuse('unavailable', 'try-again'))
      })
      .then(said => {
        manners.underWay -= 1
        // No page of ours says what means nothing. Once a link: a log is no place to be filled.
        if (!toldOfNonsense && !said.ok && said.refusal.refused === 'malformed') {
          toldOfNonsense = true
          log.warn({ peer, frame: frameName(name) }, 'what was sent means nothing')
        }
        reply(said)
      })
      .catch((error: unknown) => log.error({ err: error }, 'an answer could not be sent'))
  }
}

/** Until some of it is answered, ms. */
const underWayMs = 1000

const frameName = (name: unknown): string => (typeof name === 'string' ? name.slice(0, 16) : typeof name)
