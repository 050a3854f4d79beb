/** Staff whom the test plays itself, so that a journey about something else begins with a party in its room. */
import * as v from 'valibot'
import type { Result } from '../../shared/protocol/answer.ts'
import type { PeopleCommand } from '../../shared/protocol/commands.ts'
import type { DeviceClient } from '../lib/device-client.ts'
import { evening } from './evening.ts'
import type { House } from './house.ts'

export interface Desk {
  readonly client: DeviceClient
  /** What the hub answered; throws the refusal's code. */
  tell(command: PeopleCommand, sure?: boolean): Promise<Result>
  /** A party in this room from now on, even where it is promised to another (`sure`); its visit. */
  open(room: string, party?: number, sure?: boolean): Promise<string>
}

const Room = v.object({ roomClass: v.string() })
const Opened = v.object({ visit: v.string() })

/** The manager at a console that no page shows. */
export async function playDesk(house: House): Promise<Desk> {
  const client = await house.play('d1-simmanager')
  const manager = house.keys.pins.find(({ role }) => role === 'manager')
  if (!manager) throw new Error('the venue has no manager')
  const tell = async (command: PeopleCommand, sure = false): Promise<Result> => {
    const answer = await client.command(command, { tappedAt: evening, ...(sure && { sure }) })
    if (!answer.ok) throw new Error(`${command.type}: ${answer.refusal.refused}`)
    return answer.result
  }
  const shown = new Promise<void>(done => client.onView(({ whole }) => whole && client.slice('room/v08') && done()))
  await tell({ type: 'SignIn', staff: manager.staff, pin: manager.pin })
  await shown
  return {
    client,
    tell,
    async open(room, party = 4, sure = false) {
      const { roomClass } = v.parse(Room, client.slice(`room/${room}`))
      return v.parse(Opened, await tell({ type: 'OpenVisit', room, tariff: `${roomClass}-timed`, party }, sure)).visit
    },
  }
}
