/** What a house is shown of one tap: its panel and the consoles that watch, in the hub's own frames. */
import * as v from 'valibot'
import type { SoundReport } from '../../shared/protocol/sound.ts'
import { connectDevice } from '../lib/device-client.ts'
import { openConsoles } from './taps/hub-target.ts'
import { type House, panelOf } from './venue.ts'

export const ShownFrames = v.object({ panel: v.unknown(), consoles: v.array(v.record(v.string(), v.unknown())) })
export type ShownFrames = v.InferOutput<typeof ShownFrames>

const patienceMs = 10_000
const sounding: SoundReport = { sounding: true, heard: [] }

const Party = v.object({ id: v.string(), doNotDisturb: v.boolean() })

/** Of a sign at the door, the smallest tap that there is. Taken away again, so that the house is as it was. */
export async function framesOfATap({ tokens }: House, origin: string): Promise<ShownFrames> {
  const open = (device: string) => connectDevice({ origin, device, token: tokens[device] ?? '' })
  const consoles = await openConsoles(open)
  const panel = await open(panelOf(0))
  try {
    const { id: visit, doNotDisturb } = v.parse(Party, panel.slice('visit'))
    const frames = new Map<unknown, unknown>()
    for (const client of [panel, ...consoles]) client.onView(frame => frames.set(client, frame))
    for (const on of [!doNotDisturb, doNotDisturb]) {
      const answer = await panel.command({ type: 'SetDoNotDisturb', on }, { visit })
      if (!answer.ok) throw new Error(`the sign was not hung out: ${answer.refusal.refused}`)
      // When that is answered, what it was shown before has come.
      for (const { socket } of consoles) await socket.timeout(patienceMs).emitWithAck('presence', sounding)
    }
    return v.parse(ShownFrames, {
      panel: frames.get(panel),
      consoles: consoles.flatMap(client => frames.get(client) ?? []),
    })
  } finally {
    for (const client of [panel, ...consoles]) client.close()
  }
}
