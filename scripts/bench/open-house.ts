/** Opens every room of a house over its own sockets, as the desk would. */

import { demoStaff } from '../demo/staff.ts'
import { connectDevice } from '../lib/device-client.ts'
import { deskOf, desks, type House } from './venue.ts'

const partySize = 4
/** Of ten parties so many come with a member. */
const known = 5

export async function openRooms({ rooms, members, tokens }: House, origin: string): Promise<void> {
  const lin = demoStaff.find(({ role }) => role === 'desk')
  if (!lin) throw new Error('nobody works at the desk')
  const atDesk = async (desk: number) => {
    const device = deskOf(desk)
    const client = await connectDevice({ origin, device, token: tokens[device] ?? '', patienceMs })
    accepted(await client.command({ type: 'SignIn', staff: lin.id, pin: lin.pin }))
    for (let index = desk; index < rooms.length; index += desks) {
      const room = rooms[index]
      const member = index % 10 < known ? members[index] : undefined
      if (!room) continue
      accepted(
        await client.command({
          type: 'OpenVisit',
          room: room.id,
          tariff: `${room.roomClass}-timed`,
          party: partySize,
          ...(member !== undefined && { member }),
        }),
      )
      await new Promise(next => setTimeout(next, betweenMs))
    }
    client.close()
  }
  await Promise.all(Array.from({ length: desks }, (_, desk) => atDesk(desk)))
}

/** Twenty PINs are checked one after the other, on a machine that may have more to do. */
const patienceMs = 120_000

/** The hub takes ten frames a second from one screen. */
const betweenMs = 110

function accepted(answer: { readonly ok: boolean }): void {
  if (!answer.ok) throw new Error(`the house could not be opened: ${JSON.stringify(answer)}`)
}
