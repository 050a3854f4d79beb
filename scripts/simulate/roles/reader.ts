/** The lobby's card reader: every minute or two a member's card touches it. */
import type { Credentials } from '../link.ts'
import { createLink } from '../link.ts'
import type { Play, Role } from '../play.ts'
import type { Desk } from './desk.ts'

export function createReader(play: Play, credentials: Credentials, desk: Desk): Role {
  const { agenda, chance, cast, tally } = play
  const link = createLink(play, 'reader', credentials)
  const carriers = cast.regulars.filter(({ cards }) => cards.length > 0)

  function look(): void {
    agenda.plan('card', agenda.soon(40, 120), touch)
  }

  async function touch(): Promise<void> {
    const rooms = desk.rooms()
    // Who comes to a full house is not let into the simulation.
    if (!rooms || rooms.occupied > rooms.wanted + 1) return
    const here = desk.present()
    const card = chance.sample(carriers, 5).find(({ id }) => !here.has(id))?.cards[0]
    if (card === undefined) return
    const answer = await link.send({ type: 'TouchCard', card })
    if (!answer?.ok) return
    tally.count('cards')
    const { checkIn } = answer.result
    if (typeof checkIn === 'string') desk.expect(checkIn)
  }

  return { look, close: link.close }
}
