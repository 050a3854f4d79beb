/** A crowd at the hub: panels of rooms with parties in them, and the four consoles that a house has. */
import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import { connectDevice, type DeviceClient } from '../../lib/device-client.ts'
import { openConsoles } from '../taps/hub-target.ts'
import { type House, panelOf } from '../venue.ts'
import { type Client, type Crowd, createCrowd, likeAPage } from './crowd.ts'

const Named = v.object({ id: v.string() })
const Party = v.object({ id: v.string(), doNotDisturb: v.boolean() })

export async function crowdAtHub(origin: string, { tokens }: House): Promise<Crowd> {
  const byRoom = new Map<string, number>()
  const open = async (device: string) => {
    const client = await connectDevice({
      origin,
      device,
      token: tokens[device] ?? '',
      reconnection: true,
      patienceMs: 60_000,
    })
    likeAPage(client.socket.io)
    return client
  }
  const consoles = await openConsoles(open)

  return createCrowd({
    consoles: consoles.map(coming),
    async open(index) {
      const client = await open(panelOf(index))
      const visit = v.parse(Party, client.slice('visit'))
      byRoom.set(v.parse(Named, client.slice('room')).id, index)
      let signHangs = visit.doNotDisturb
      const outbox = `b${randomUUID()}`
      let n = 0
      return {
        ...coming(client),
        // The one command that any panel may send at any time, again and again, and that is news on a console each time.
        async tap() {
          signHangs = !signHangs
          n += 1
          const answer = await client.command(
            { type: 'SetDoNotDisturb', on: signHangs },
            { visit: visit.id, outbox, n },
          )
          return answer.ok && answer.result.already !== true
        },
      }
    },
    onHeard(listener) {
      consoles[0].onFeed(({ lines }) => {
        for (const { event, room } of lines) {
          const panel = event === 'DoNotDisturbSet' && room !== undefined ? byRoom.get(room) : undefined
          if (panel !== undefined) listener(panel)
        }
      })
    },
  })
}

const coming = ({ socket, close }: DeviceClient): Pick<Client, 'onceBack' | 'close'> => ({
  // Whoever is let in is shown the whole view first.
  onceBack: back => void socket.once('disconnect', () => socket.once('view', () => back())),
  close,
})
