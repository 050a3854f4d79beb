/**
 * From a card at the reader to the first frame that shows its member's name: the reader program's own code from the bytes
 * on, the hub as it is built and durable, the lobby in a real Chromium. An open loop: a slow welcome holds back no card.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { demoStaff } from '../../demo/staff.ts'
import { connectDevice } from '../../lib/device-client.ts'
import { startHub } from '../child.ts'
import type { Figure } from '../figure.ts'
import { percentile } from '../statistics.ts'
import type { Bench } from '../taps/measure-taps.ts'
import { until } from '../taps/open-loop.ts'
import { patienceMs } from '../taps/target.ts'
import { deskOf, type House, lobby, makeHouse } from '../venue.ts'
import { touchTimes } from './card-plan.ts'
import { openLobby } from './lobby-screen.ts'
import { plugInReader } from './touched-reader.ts'

/** UX: so soon after the touch the welcome begins. */
const barMs = 1500

const section = '碰卡 → 欢迎的第一帧 card at the reader → first frame with the name'
const how =
  'last report of the card → reader program → hub, durable → kiosk at 1080x1920 in Chromium without a GPU: the task after the frame that first has the name'

export async function measureCards({ folder, scale, progress }: Bench): Promise<Figure[]> {
  const { touches, everyMs, warmUp } = scale.cards
  await mkdir(folder, { recursive: true })
  const house = await makeHouse({ folder: join(folder, 'house'), rooms: 12, members: 1000, songs: [] })
  const hub = await startHub({ folder: house.folder })
  try {
    const measured = await measure(house, hub.origin, { count: warmUp + touches, everyMs, progress })
    const latencies = measured.slice(warmUp)
    return ([0.5, 0.99] as const).map(share => ({
      section,
      how,
      name: `${latencies.length} members, one every ${everyMs / 1000} s  p${share * 100}`,
      value: percentile(latencies, share),
      unit: 'ms',
      beside: { what: 'UX: begins within', value: barMs },
      atMost: 1,
      samples: latencies.length,
    }))
  } finally {
    await hub.stop()
  }
}

/** ms from when each card was due to its name's first frame, in their order; Infinity for one that was refused or never seen. */
async function measure(
  { tokens, guests }: House,
  origin: string,
  { count, everyMs, progress }: { count: number; everyMs: number; progress: (word: string) => void },
): Promise<number[]> {
  if (guests.length < count) throw new Error(`only ${guests.length} members here may be welcomed`)
  const desk = await connectDevice({ origin, device: deskOf(0), token: tokens[deskOf(0)] ?? '' })
  const lin = demoStaff.find(({ role }) => role === 'desk')
  const signedIn = lin && (await desk.command({ type: 'SignIn', staff: lin.id, pin: lin.pin }))
  if (!signedIn?.ok) throw new Error('nobody could sign in at the desk')
  const screen = await openLobby({ origin, device: lobby.kiosk, token: tokens[lobby.kiosk] ?? '' })
  const reader = await plugInReader({ origin, device: lobby.reader, token: tokens[lobby.reader] ?? '' })

  /** Sent away as soon as they were welcomed: nobody waits for a song of nine seconds. */
  async function welcome({ card, called }: House['guests'][number], dueAt: number): Promise<number> {
    const painted = screen.painted(called, patienceMs)
    const answer = await reader.touch(card)
    if (!answer?.ok) return Number.POSITIVE_INFINITY
    const at = await painted
    await desk.command({ type: 'DismissCheckIn', checkIn: String(answer.result.checkIn) })
    return at === undefined ? Number.POSITIVE_INFINITY : at - (performance.timeOrigin + dueAt)
  }

  try {
    const start = performance.now() + everyMs
    const welcomes: Promise<number>[] = []
    for (const [index, at] of touchTimes(count, everyMs).entries()) {
      const guest = guests[index]
      if (!guest) break
      await until(start + at)
      welcomes.push(welcome(guest, start + at))
      if (index % 20 === 19) progress(`${index + 1}/${count}`)
    }
    return await Promise.all(welcomes)
  } finally {
    await reader.unplug()
    await screen.close()
    desk.close()
  }
}
