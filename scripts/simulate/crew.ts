/** A console with somebody signed in on it; who was signed out by time signs in again. */
import type { Answer } from '../../shared/protocol/answer.ts'
import type { PeopleCommand } from '../../shared/protocol/commands.ts'
import type { Seat } from './cast.ts'
import { createLink, type Link } from './link.ts'
import type { Play } from './play.ts'

export interface Crew {
  readonly link: Link<'console'>
  /** Whether the console shows the house: a locked one looks as if nobody were there. */
  readonly onDuty: boolean
  /** As {@link Link.send}. */
  send(command: PeopleCommand, still?: () => boolean, sure?: boolean): Promise<Answer | undefined>
}

const refusedPauseMs = 10 * 60_000

/** `changed` is called after every change of its view. */
export function createCrew(play: Play, seat: Seat, changed: () => void): Crew {
  const { agenda } = play
  const link = createLink(play, 'console', seat, look)
  let nextTryAt = 0

  function look(): void {
    signInIfNeeded()
    changed()
  }

  function signInIfNeeded(): void {
    const { signIn } = seat
    if (!signIn || !link.live || link.one('self')?.session || Date.now() < nextTryAt) return
    agenda.plan(`sign-in/${seat.device}`, 100, async () => {
      if (link.one('self')?.session) return
      const answer = await link.send({ type: 'SignIn', ...signIn })
      // More tries with a wrong PIN would only bring it closer to being turned off.
      if (answer && !answer.ok) nextTryAt = Date.now() + refusedPauseMs
    })
  }

  return {
    link,
    get onDuty() {
      const self = link.one('self')
      return self !== undefined && (seat.signIn === undefined ? self.station !== undefined : self.session !== undefined)
    },
    send(command, still, sure) {
      const session = link.one('self')?.session?.id
      return link.send(command, { ...(session !== undefined && { session }), ...(sure && { sure }) }, still)
    },
  }
}
