/** The player: plays in each room what the hub says, and reports when it began and ended. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Credentials } from '../link.ts'
import { createLink } from '../link.ts'
import type { Play, Role } from '../play.ts'

export function createPlayer(play: Play, credentials: Credentials): Role {
  const { agenda, tally } = play
  const link = createLink(play, 'player', credentials, look)
  /** Visit → the entry of which it was reported that it began. */
  const begun = new Map<Id, Id>()

  function look(): void {
    const playing = link.all('playing')
    for (const { visit, entry } of playing) {
      if (begun.get(visit) !== entry) agenda.plan(`begin/${entry}`, agenda.soon(0, 3), () => begin(visit, entry))
      else agenda.plan(`end/${entry}`, agenda.soon(60, 200), () => end(visit, entry))
    }
    const there = new Set(playing.map(({ visit }) => visit))
    for (const visit of begun.keys()) if (!there.has(visit)) begun.delete(visit)
  }

  const isOn = (visit: Id, entry: Id) => () => link.get('playing', visit)?.entry === entry

  async function begin(visit: Id, entry: Id): Promise<void> {
    const answer = await link.send({ type: 'StartSong', visit, entry }, {}, isOn(visit, entry))
    if (answer?.ok) begun.set(visit, entry)
  }

  async function end(visit: Id, entry: Id): Promise<void> {
    const answer = await link.send({ type: 'EndSong', visit, entry }, {}, isOn(visit, entry))
    if (answer?.ok && answer.result.already !== true) tally.count('songs')
  }

  return { look, close: link.close }
}
