/** The hub as a target: panels of rooms with parties in them, and the four consoles that a house has. */
import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import { demoStaff } from '../../demo/staff.ts'
import { connectDevice, type DeviceClient } from '../../lib/device-client.ts'
import { consoles, deskOf, panelOf } from '../venue.ts'
import type { TapJob } from './job.ts'
import { tapEvents, tapOf } from './tap-plan.ts'
import { openAll, type Target } from './target.ts'

const Named = v.object({ id: v.string() })
const Party = v.object({ id: v.string(), doNotDisturb: v.boolean() })

export async function connectHub({ origins, tokens, drinks, panels: count }: TapJob): Promise<Target> {
  const outbox = `b${randomUUID()}`
  const open = (device: string) => connectDevice({ origin: origins.hub, device, token: tokens[device] ?? '' })
  const [floor, ...others] = await openConsoles(open)
  const panels = await openAll(count, index => openPanel(index))
  const byRoom = new Map(panels.map(({ room }, index) => [room, index]))

  async function openPanel(index: number) {
    const client = await open(panelOf(index))
    const room = v.parse(Named, client.slice('room')).id
    const visit = v.parse(Party, client.slice('visit'))
    // Its songs play, as in any room with guests in it. Where they do already this is a tap too many, and no fact.
    await client.command({ type: 'BeginSongs' }, { visit: visit.id, outbox, n: 1 })
    // The run before may have left its sign at the door: taps go on behind the one that hung it there.
    return { client, room, visit: visit.id, next: visit.doNotDisturb ? 2 : 0, n: 1 }
  }

  return {
    async tap(index) {
      const panel = panels[index]
      if (!panel) throw new RangeError(`no panel ${index}`)
      const command = tapOf(panel.next, drinks)
      panel.next += 1
      panel.n += 1
      const answer = await panel.client.command(command, { visit: panel.visit, outbox, n: panel.n })
      return answer.ok && answer.result.already !== true
    },
    onHeard(listener) {
      floor.onFeed(({ lines }) => {
        for (const { event, room } of lines) {
          const panel = tapEvents.has(event) && room !== undefined ? byRoom.get(room) : undefined
          if (panel !== undefined) listener(panel)
        }
      })
    },
    close() {
      for (const client of [floor, ...others, ...panels.map(({ client }) => client)]) client.close()
    },
  }
}

/** The four that a house has; the first one is measured. */
export async function openConsoles(open: (device: string) => Promise<DeviceClient>) {
  return [
    await open(consoles.floor),
    await open(consoles.bar),
    await signedIn(consoles.manager, 'manager'),
    await signedIn(deskOf(0), 'desk'),
  ] as const

  async function signedIn(device: string, role: 'manager' | 'desk'): Promise<DeviceClient> {
    const client = await open(device)
    const person = demoStaff.find(one => one.role === role)
    if (!person) throw new Error(`no ${role} works here`)
    // The view of the new role is sent before the answer.
    const { ok } = await client.command({ type: 'SignIn', staff: person.id, pin: person.pin })
    if (!ok) throw new Error(`the ${role} could not sign in`)
    return client
  }
}
